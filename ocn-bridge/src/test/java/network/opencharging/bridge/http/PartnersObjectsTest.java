package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.EVSE;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Status;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A partner pushes what it owns, and the backoffice sees whole objects only. */
class PartnersObjectsTest {
    private static final String SESSION = "receiver/2.2.1/sessions/NL/BOB/s-1";
    private static final ObjectKey SESSION_KEY = new ObjectKey(Bridge.BOB, CiString.of("s-1"));

    private final MemoryBackoffice backoffice = new MemoryBackoffice();
    private final Bridge bridge = new Bridge(backoffice.parts().build(), Duration.ofSeconds(20));
    private final Partner bob = bridge.bob();

    @AfterEach
    void close() {
        bob.close();
        bridge.close();
    }

    @Test
    void aSessionIsKeptWithWhatNobodyKnowsAndGivenBackTheSame() {
        Json.Obj session = of(Session.SHAPE, "id", "s-1").with("x_meter_seal", "A7");

        Partner.Answer put = bob.put(SESSION, session);

        assertThat(put.code()).isEqualTo(1000);
        assertThat(backoffice.sessions).containsOnlyKeys(SESSION_KEY);
        assertThat(bob.get(SESSION).data()).isEqualTo(session);
    }

    @Test
    void whatIsOlderIsAcknowledgedAndTheBackofficeDoesNotHearOfIt() {
        Json.Obj newer =
                of(Session.SHAPE, "id", "s-1").with("last_updated", "2026-11-21T10:00:00Z");
        Json.Obj older =
                newer.with("last_updated", "2026-11-21T09:59:59Z")
                        .with("kwh", Json.number(new BigDecimal("0.5")));
        bob.put(SESSION, newer);

        assertThat(bob.put(SESSION, older).code()).isEqualTo(1000);
        assertThat(
                        bob.send(
                                        "PATCH",
                                        SESSION,
                                        "{\"kwh\":0.5,\"last_updated\":\"2026-11-21T09:00:00Z\"}")
                                .code())
                .isEqualTo(1000);

        assertThat(kept().json()).isEqualTo(newer);
    }

    @Test
    void aPatchAppendsChargingPeriodsAndTheBackofficeGetsTheWholeSession() {
        bob.put(SESSION, of(Session.SHAPE, "id", "s-1"));
        Session before = kept();

        Partner.Answer patched =
                bob.send(
                        "PATCH",
                        SESSION,
                        "{\"kwh\":7.25,\"charging_periods\":[%s],\"last_updated\":\"2036-02-01T00:00:00Z\"}"
                                .formatted(before.chargingPeriods().getFirst().json()));

        Session after = kept();
        assertThat(patched.code()).isEqualTo(1000);
        assertThat(after.kwh()).isEqualByComparingTo("7.25");
        assertThat(after.chargingPeriods()).hasSize(before.chargingPeriods().size() + 1);
        assertThat(after.cdrToken()).isEqualTo(before.cdrToken());
    }

    @Test
    void aPatchOfWhatIsNotThereIsNotFound() {
        Partner.Answer answer =
                bob.send("PATCH", SESSION, "{\"last_updated\":\"2036-02-01T00:00:00Z\"}");

        assertThat(answer.http()).isEqualTo(404);
        assertThat(answer.message()).isEqualTo("Session is not known.");
    }

    @Test
    void aPatchWithoutItsTimeIsRefusedAndNothingChanges() {
        bob.put(SESSION, of(Session.SHAPE, "id", "s-1"));
        Session before = kept();

        Partner.Answer answer = bob.send("PATCH", SESSION, "{\"kwh\":7.25}");

        assertThat(answer.message()).isEqualTo("$.last_updated: is required and missing");
        assertThat(backoffice.sessions).containsEntry(SESSION_KEY, before);
    }

    @Test
    void idsThatDifferFromThePathAreRefused() {
        Partner.Answer answer = bob.put(SESSION, of(Session.SHAPE, "id", "s-2"));

        assertThat(answer.code()).isEqualTo(2001);
        assertThat(answer.message()).isEqualTo("The ids in the body must be those of the path.");
        assertThat(backoffice.sessions).isEmpty();
    }

    @Test
    void aPartnerMayNotChangeWhatAnotherOwnsButAHubMayForHim() {
        Json.Obj session = of(Session.SHAPE, "id", "s-1");
        Partner eve = bob.from(new PartyId("NL", "EVE"));

        assertThat(eve.put(SESSION, session).message())
                .isEqualTo("NL/EVE may not change what NL/BOB owns.");
        assertThat(backoffice.sessions).isEmpty();
        assertThat(bob.from(Bridge.HUB).put(SESSION, session).code()).isEqualTo(1000);
    }

    @Test
    void everyFaultOfABodyIsToldByItsPath() {
        Json.Obj session = of(Session.SHAPE, "id", "s-1").without("kwh").with("status", "NEW");
        Json.Obj broken = session.with("cdr_token", Json.array(List.of()));

        Partner.Answer answer = bob.put(SESSION, broken);

        assertThat(answer.code()).isEqualTo(2001);
        assertThat(answer.message())
                .isEqualTo(
                        "$.kwh: is required and missing; $.cdr_token: must be an object"
                                + " (CdrToken)");
    }

    @Test
    void aBodyThatIsNotJsonIsABadRequest() {
        Partner.Answer answer = bob.send("PUT", SESSION, "{\"id\":");

        assertThat(answer.http()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(2001);
    }

    @Test
    void anEvseIsPutIntoItsLocationWhoseTimeFollows() {
        Json.Obj sent =
                of(Location.SHAPE, "id", "l-1").with("last_updated", "2026-01-01T00:00:00Z");
        String path = "receiver/2.2.1/locations/NL/BOB/l-1";
        bob.put(path, sent);
        Location before = backoffice.locations.values().iterator().next();
        EVSE first = before.evses().getFirst();
        Json.Obj changed =
                first.json()
                        .with("status", "CHARGING")
                        .with("last_updated", "2026-03-01T00:00:00Z");
        Json.Obj added = changed.with("uid", "brand-new");

        assertThat(bob.put(path + "/" + first.uid(), changed).code()).isEqualTo(1000);
        assertThat(bob.put(path + "/brand-new", added).code()).isEqualTo(1000);

        Location after = backoffice.locations.values().iterator().next();
        assertThat(after.evses()).hasSize(before.evses().size() + 1);
        assertThat(after.evses().getFirst().status()).isEqualTo(Status.CHARGING);
        assertThat(after.lastUpdated()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void aConnectorIsPatchedInsideItsEvseInsideItsLocation() {
        String path = "receiver/2.2.1/locations/NL/BOB/l-1";
        bob.put(path, of(Location.SHAPE, "id", "l-1"));
        EVSE evse = backoffice.locations.values().iterator().next().evses().getFirst();
        String plug = path + "/" + evse.uid() + "/" + evse.connectors().getFirst().id();

        Partner.Answer answer =
                bob.send(
                        "PATCH",
                        plug,
                        "{\"max_amperage\":63,\"last_updated\":\"2099-03-01T00:00:00Z\"}");

        Location after = backoffice.locations.values().iterator().next();
        assertThat(answer.code()).isEqualTo(1000);
        assertThat(after.evses().getFirst().connectors().getFirst().maxAmperage()).isEqualTo(63);
        assertThat(after.lastUpdated()).isEqualTo(Instant.parse("2099-03-01T00:00:00Z"));
    }

    @Test
    void anEvseOfALocationThatIsNotThereIsNotFound() {
        Partner.Answer answer =
                bob.put(
                        "receiver/2.2.1/locations/NL/BOB/l-9/e-1",
                        RandomObjects.full(1).next(EVSE.SHAPE).with("uid", "e-1"));

        assertThat(answer.http()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo(2003);
    }

    @Test
    void aCdrIsTakenOnceHoweverOftenItComesAndCanBeReadAtItsLocation() {
        Json.Obj cdr = of(CDR.SHAPE, "id", "c 1/ü");

        Partner.Answer first = bob.send("POST", "receiver/2.2.1/cdrs", cdr.text());
        Partner.Answer again = bob.send("POST", "receiver/2.2.1/cdrs", cdr.text());

        String location = first.header("Location").orElseThrow();
        assertThat(first.code()).isEqualTo(1000);
        assertThat(again.header("Location")).contains(location);
        assertThat(backoffice.cdrs).hasSize(1);
        assertThat(location).startsWith("https://alice.example/ocpi/receiver/2.2.1/cdrs/");
        String path = location.substring("https://alice.example/ocpi/".length());
        assertThat(bob.get(path).data()).isEqualTo(cdr);
    }

    @Test
    void anotherCdrUnderTheSameIdIsRefused() {
        Json.Obj cdr = of(CDR.SHAPE, "id", "c-1");
        bob.send("POST", "receiver/2.2.1/cdrs", cdr.text());

        Partner.Answer answer =
                bob.send("POST", "receiver/2.2.1/cdrs", cdr.with("currency", "XXX").text());

        assertThat(answer.code()).isEqualTo(2001);
        assertThat(backoffice.cdrs).hasSize(1);
    }

    @Test
    void aTariffIsForgottenWhenItsOwnerSaysSo() {
        String path = "receiver/2.2.1/tariffs/NL/BOB/t-1";
        bob.put(path, of(Tariff.SHAPE, "id", "t-1"));

        assertThat(backoffice.tariffs).hasSize(1);
        assertThat(bob.send("DELETE", path, "").code()).isEqualTo(1000);
        assertThat(backoffice.tariffs).isEmpty();
    }

    @Test
    void aTokenIsKeptUnderItsType() {
        String path = "receiver/2.2.1/tokens/NL/BOB/04A1";
        Json.Obj app = of(Token.SHAPE, "uid", "04A1").with("type", TokenType.APP_USER.value());

        assertThat(bob.put(path, app).code()).isEqualTo(2001);
        assertThat(bob.put(path + "?type=APP_USER", app).code()).isEqualTo(1000);
        assertThat(bob.get(path).http()).isEqualTo(404);
        assertThat(bob.get(path + "?type=APP_USER").data()).isEqualTo(app);
    }

    private Session kept() {
        return Objects.requireNonNull(backoffice.sessions.get(SESSION_KEY));
    }

    private static <T extends OcpiObject> Json.Obj of(Shape<T> shape, String id, String value) {
        return RandomObjects.full(21)
                .next(shape)
                .with("country_code", "NL")
                .with("party_id", "BOB")
                .with(id, value);
    }
}
