package network.opencharging.cpo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.admin.AdminClient;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/** A location with one EVSE, put in as an operator does. */
public final class SiteUnderTest {
    private final AdminClient operator;
    private final String location;

    private SiteUnderTest(AdminClient operator, String location) {
        this.operator = operator;
        this.location = location;
    }

    /** A tariff of so much for a kWh, with a fifth of VAT. */
    public static void tariff(AdminClient operator, String id, String perKilowattHour) {
        String body =
                """
                {'country_code':'DE','party_id':'ALC','id':'%s','currency':'EUR','elements':[
                {'price_components':[{'type':'ENERGY','price':%s,'vat':20.0,'step_size':1}]}],
                'last_updated':'2026-01-01T00:00:00Z'}
                """
                        .formatted(id, perKilowattHour);
        assertThat(operator.does("PUT", "/admin/tariffs/" + id, body).status()).isEqualTo(200);
    }

    /** One whose EVSE is that device. */
    public static SiteUnderTest at(AdminClient operator, String device, String tariff) {
        return at(operator, device, tariff, "");
    }

    /** One whose EVSE has more to say: fields that begin with a comma. */
    public static SiteUnderTest at(
            AdminClient operator, String device, String tariff, String more) {
        return write(operator, device, tariff, more, "");
    }

    /** One that belongs to a tenant. */
    public static SiteUnderTest of(
            String tenant, AdminClient operator, String device, String tariff) {
        return write(operator, device, tariff, "", ",'tenant':'" + tenant + "'");
    }

    private static SiteUnderTest write(
            AdminClient operator, String device, String tariff, String more, String owner) {
        String location = "L-" + device;
        String body =
                """
                {'name':'Site','zone':'Europe/Berlin','address':{'street':'Ring 1','city':'Berlin',
                'country':'DEU','latitude':'52.52000','longitude':'13.40500'},
                'evses':[{'uid':'E1','evseId':'DE*ALC*E1','device':'%s','connectors':[
                {'id':'1','tariffs':['%s']}]%s}]%s}
                """
                        .formatted(device, tariff, more, owner);
        AdminClient.Answer answer = operator.does("PUT", "/admin/locations/" + location, body);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return new SiteUnderTest(operator, location);
    }

    /** Its id. */
    public String location() {
        return location;
    }

    /** Waits until its EVSE is so. */
    public void is(String status) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() ->
                        assertThat(
                                        operator.gets("/admin/locations/" + location)
                                                .body()
                                                .path("evses")
                                                .get(0)
                                                .path("status")
                                                .asString())
                                .isEqualTo(status));
    }

    /** The session there that changed last. */
    public String newestSession() {
        for (JsonNode session : operator.gets("/admin/sessions?limit=1000").body()) {
            if (session.path("location").asString().equals(location)) {
                return session.path("id").asString();
            }
        }
        throw new AssertionError("there is no session at " + location);
    }
}
