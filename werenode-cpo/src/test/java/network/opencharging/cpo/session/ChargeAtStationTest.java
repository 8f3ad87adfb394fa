package network.opencharging.cpo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A charge at a station over a real socket, from its order to its CDR. */
class ChargeAtStationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    @TempDir private static Path folder;
    private static CpoUnderTest cpo;
    private static AdminClient operator;

    private SiteUnderTest site;
    private RawStation station;

    @BeforeAll
    static void start() {
        cpo = CpoUnderTest.start(folder, "--ocn.cpo.sessions.party=DE/ALC");
        operator = AdminClient.of(cpo);
        SiteUnderTest.tariff(operator, "ENERGY-40", "0.40");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    @BeforeEach
    void aStationAtASite() {
        String name = "CHARGE-" + NUMBERS.incrementAndGet();
        cpo.knowsWorking(name);
        site = SiteUnderTest.at(operator, name, "ENERGY-40");
        station = RawStation.connect(cpo, name, "ocpp1.6");
        station.asks(
                "StatusNotification",
                "{'connectorId':1,'status':'Available','errorCode':'NoError'}");
        site.is("AVAILABLE");
    }

    private static String minutesAgo(int minutes) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60L * minutes).toString();
    }

    private int begins(String idTag, long register, String at) {
        return station.asks(
                        "StartTransaction",
                        "{'connectorId':1,'idTag':'%s','meterStart':%d,'timestamp':'%s'}"
                                .formatted(idTag, register, at))
                .path("transactionId")
                .asInt();
    }

    private void meters(int transaction, long register, String at) {
        station.asks(
                "MeterValues",
                ("{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s',"
                                + "'sampledValue':[{'value':'%d','unit':'Wh'}]}]}")
                        .formatted(transaction, at, register));
    }

    private JsonNode ends(int transaction, long register, String at, String reason) {
        return station.asks(
                "StopTransaction",
                "{'transactionId':%d,'meterStop':%d,'timestamp':'%s','reason':'%s'}"
                        .formatted(transaction, register, at, reason));
    }

    private JsonNode session(String id) {
        return operator.gets("/admin/sessions/" + id).body().path("session");
    }

    private void becomes(String id, String phase) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(session(id).path("phase").asString()).isEqualTo(phase));
    }

    @Test
    void theOperatorStartsAndStopsAndOneCdrIsWritten() {
        JsonNode ordered =
                operator.does(
                                "POST",
                                "/admin/sessions",
                                "{'token':'CUSTOMER1','location':'%s'}".formatted(site.location()))
                        .body();
        String id = ordered.path("id").asString();
        JsonNode remote = station.answers("{'status':'Accepted'}");
        assertThat(remote.get(2).asString()).isEqualTo("RemoteStartTransaction");
        becomes(id, "PROMISED");

        int transaction = begins("CUSTOMER1", 10_000, minutesAgo(0));
        becomes(id, "DELIVERING");
        site.is("CHARGING");
        assertThat(ordered.path("energy").asLong()).isZero();

        operator.does("POST", "/admin/sessions/%s/stop".formatted(id), "");
        JsonNode stopped = station.answers("{'status':'Accepted'}");
        assertThat(stopped.get(2).asString()).isEqualTo("RemoteStopTransaction");
        assertThat(stopped.get(3).path("transactionId").asInt()).isEqualTo(transaction);
        ends(transaction, 15_000, Instant.now().plusSeconds(3).toString(), "Remote");

        becomes(id, "CLOSED");
        JsonNode closed = session(id);
        assertThat(closed.path("energy").asLong()).isEqualTo(5_000);
        assertThat(closed.path("why").asString()).isEqualTo("OPERATOR");
        JsonNode cdr = operator.gets("/admin/cdrs/" + closed.path("cdr").asString()).body();
        // 5 kWh at 0.40, and a fifth of VAT
        assertThat(cdr.path("totalExclVat").decimalValue()).isEqualByComparingTo("2.00");
        assertThat(cdr.path("totalInclVat").decimalValue()).isEqualByComparingTo("2.40");
        assertThat(cdr.path("energy").asLong()).isEqualTo(5_000);
    }

    @Test
    void aCardThatIsKnownChargesAndItsMeterIsBilled() {
        cpo.knowsToken("CARD-1" + site.location());
        String card = "CARD-1" + site.location();
        assertThat(
                        station.asks("Authorize", "{'idTag':'%s'}".formatted(card))
                                .path("idTagInfo")
                                .path("status")
                                .asString())
                .isEqualTo("Accepted");
        int transaction = begins(card, 1_000, minutesAgo(30));
        meters(transaction, 2_500, minutesAgo(20));
        meters(transaction, 4_000, minutesAgo(10));
        String id = site.newestSession();
        becomes(id, "DELIVERING");
        assertThat(session(id).path("energy").asLong()).isEqualTo(3_000);
        assertThat(session(id).path("cost").decimalValue()).isEqualByComparingTo("1.44");
        ends(transaction, 4_200, minutesAgo(5), "EVDisconnected");

        becomes(id, "CLOSED");
        assertThat(session(id).path("energy").asLong()).isEqualTo(3_200);
        assertThat(session(id).path("why").asString()).isEqualTo("UNPLUGGED");
    }

    @Test
    void aMeterThatGoesBackTakesNothingAwayAndIsRemarkedUpon() {
        String card = "CARD-2" + site.location();
        cpo.knowsToken(card);
        int transaction = begins(card, 50_000, minutesAgo(30));
        meters(transaction, 53_000, minutesAgo(20));
        meters(transaction, 12, minutesAgo(15));
        ends(transaction, 40, minutesAgo(5), "Local");
        String id = site.newestSession();
        becomes(id, "CLOSED");
        assertThat(session(id).path("energy").asLong()).isEqualTo(3_000);
        assertThat(session(id).path("remarks").get(0).asString())
                .isEqualTo("the meter went back from 53.000 kWh to 0.012 kWh; 53.000 kWh counts");
    }

    @Test
    void aCdrIsTakenBackOnce() {
        String card = "CARD-4" + site.location();
        cpo.knowsToken(card);
        int transaction = begins(card, 0, minutesAgo(30));
        ends(transaction, 10_000, minutesAgo(5), "Local");
        String id = site.newestSession();
        becomes(id, "CLOSED");
        AdminClient.Answer credit =
                operator.does("POST", "/admin/cdrs/%s/credit".formatted(id), "");
        assertThat(credit.status()).isEqualTo(200);
        assertThat(credit.body().path("creditOf").asString()).isEqualTo(id);
        assertThat(credit.body().path("totalInclVat").decimalValue()).isEqualByComparingTo("-4.80");
        assertThat(operator.does("POST", "/admin/cdrs/%s/credit".formatted(id), "").status())
                .isEqualTo(409);
        assertThat(operator.does("POST", "/admin/cdrs/%s-C/credit".formatted(id), "").status())
                .isEqualTo(409);
    }

    @Test
    void aTariffThatContradictsItselfIsRefusedWithItsRule() {
        String element =
                "{'price_components':[{'type':'ENERGY','price':%s,'vat':20.0,'step_size':1}]}";
        String body =
                """
                {'country_code':'DE','party_id':'ALC','id':'NEVER','currency':'EUR',
                'elements':[%s,%s],'last_updated':'2026-01-01T00:00:00Z'}
                """
                        .formatted(element.formatted("0.40"), element.formatted("0.30"));
        AdminClient.Answer refused = operator.does("PUT", "/admin/tariffs/NEVER", body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("error").asString())
                .startsWith("$.elements[1].price_components[0]: is never used");
        assertThat(
                        operator.does("DELETE", "/admin/tariffs/ENERGY-40", "")
                                .body()
                                .path("error")
                                .asString())
                .isEqualTo("a connector charges by it: take it from there first");
    }

    @Test
    void aCardThatNobodyKnowsIsEndedAndNotBilled() {
        int transaction = begins("STRANGER", 1_000, minutesAgo(3));
        JsonNode told = station.answers("{'status':'Accepted'}");
        assertThat(told.get(2).asString()).isEqualTo("RemoteStopTransaction");
        ends(transaction, 1_200, minutesAgo(2), "DeAuthorized");
        String id = site.newestSession();
        becomes(id, "CLOSED");
        assertThat(session(id).path("cdr").isNull()).isTrue();
        assertThat(session(id).path("why").asString())
                .isEqualTo("NOT_ALLOWED, not billed: nobody knows the token");
    }

    @Test
    void aStationThatRefusesIsNoSession() {
        String id =
                operator.does(
                                "POST",
                                "/admin/sessions",
                                "{'token':'CUSTOMER2','location':'%s'}".formatted(site.location()))
                        .body()
                        .path("id")
                        .asString();
        station.answers("{'status':'Rejected'}");
        becomes(id, "FAILED");
        assertThat(session(id).path("why").asString())
                .isEqualTo("the device did not begin: Rejected");
        site.is("AVAILABLE");
    }

    @Test
    void aLimitOfEnergyEndsIt() {
        String id =
                operator.does(
                                "POST",
                                "/admin/sessions",
                                "{'token':'CUSTOMER3','location':'%s','mostWattHours':2000}"
                                        .formatted(site.location()))
                        .body()
                        .path("id")
                        .asString();
        station.answers("{'status':'Accepted'}");
        becomes(id, "PROMISED");
        int transaction = begins("CUSTOMER3", 0, Instant.now().toString());
        meters(transaction, 1_900, Instant.now().toString());
        assertThat(station.unheard()).isZero();
        meters(transaction, 2_050, Instant.now().toString());
        station.answers("{'status':'Accepted'}");
        ends(transaction, 2_100, Instant.now().toString(), "Remote");
        becomes(id, "CLOSED");
        assertThat(session(id).path("why").asString()).isEqualTo("ENERGY_LIMIT");
        assertThat(session(id).path("energy").asLong()).isEqualTo(2_100);
    }

    @Test
    void whoeverWantsWhatCannotBeIsToldWhy() {
        assertThat(
                        operator.does(
                                        "POST",
                                        "/admin/sessions",
                                        "{'token':'C','location':'NOWHERE'}")
                                .status())
                .isEqualTo(404);
        String card = "CARD-3" + site.location();
        cpo.knowsToken(card);
        begins(card, 0, minutesAgo(1));
        site.is("CHARGING");
        AdminClient.Answer busy =
                operator.does(
                        "POST",
                        "/admin/sessions",
                        "{'token':'C','location':'%s'}".formatted(site.location()));
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.body().path("error").asString())
                .isEqualTo("Somebody charges at this EVSE.");
        station.losesPower();
        site.is("UNKNOWN");
    }
}
