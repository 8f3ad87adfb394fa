package network.opencharging.cpo.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.emsp.StubEmsp;
import network.opencharging.cpo.ocpp.door.RawStation;
import network.opencharging.cpo.session.SiteUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What partners are told, and what they ask for, through the bridge. */
class PartnersNewsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    @TempDir private static Path folder = Path.of("");
    private static RoamingUnderTest roaming;
    private static StubEmsp emsp;

    @BeforeAll
    static void start() {
        roaming = RoamingUnderTest.start(folder);
        emsp = roaming.emsp();
    }

    @AfterAll
    static void stop() {
        roaming.close();
    }

    @Test
    void aTariffIsPutChangedAndDeleted() {
        SiteUnderTest.tariff(roaming.operator(), "NIGHT", "0.30");
        RoamingUnderTest.until(() -> price("NIGHT").equals("0.3"));
        SiteUnderTest.tariff(roaming.operator(), "NIGHT", "0.25");
        RoamingUnderTest.until(() -> price("NIGHT").equals("0.25"));
        assertThat(roaming.operator().does("DELETE", "/admin/tariffs/NIGHT", "").status())
                .isBetween(200, 204);
        RoamingUnderTest.until(() -> emsp.tariff("NIGHT").isEmpty());
        assertThat(emsp.lines("tariffs/DE/ALC/NIGHT"))
                .containsExactly(
                        "PUT tariffs/DE/ALC/NIGHT",
                        "PUT tariffs/DE/ALC/NIGHT",
                        "DELETE tariffs/DE/ALC/NIGHT");
    }

    private static String price(String tariff) {
        return emsp.tariff(tariff)
                .map(one -> one.path("elements").path(0).path("price_components").path(0))
                .map(component -> component.path("price").decimalValue())
                .map(price -> price.stripTrailingZeros().toPlainString())
                .orElse("");
    }

    @Test
    void aLocationIsPutWholeAndTheStatusOfItsEvsePatched() {
        try (RawStation station = roaming.station("LOC-1", "")) {
            RoamingUnderTest.shows(station, "Faulted");
            roaming.is("LOC-1", "OUTOFORDER");
            RoamingUnderTest.shows(station, "Available");
            roaming.is("LOC-1", "AVAILABLE");
            assertThat(emsp.pulls("locations", Instant.EPOCH))
                    .as("what can be pulled is what was pushed")
                    .extracting(one -> one.path("evses"))
                    .contains(emsp.location("L-LOC-1").orElseThrow().path("evses"));
        }
        List<String> lines = emsp.lines("locations/DE/ALC/L-LOC-1");
        assertThat(lines.getFirst()).isEqualTo("PUT locations/DE/ALC/L-LOC-1");
        assertThat(lines).contains("PATCH locations/DE/ALC/L-LOC-1/E1");
        assertThat(roaming.operator().does("DELETE", "/admin/locations/L-LOC-1", "").status())
                .isBetween(200, 204);
        roaming.is("LOC-1", "REMOVED");
    }

    private static JsonNode limited(RawStation station, String wanted) {
        JsonNode call = station.answers("{'status':'%s'}".formatted(wanted));
        assertThat(call.get(2).asString()).isEqualTo("SetChargingProfile");
        return call.get(3);
    }

    private static StubEmsp.Answer profiles(String method, String session, String body) {
        return emsp.sends(method, "/ocpi/receiver/2.2.1/chargingprofiles/" + session, body);
    }

    private static String profile(String request, String limit) {
        return """
        {"response_url":"%s","charging_profile":{"charging_rate_unit":"W","duration":3600,
        "charging_profile_period":[{"start_period":0,"limit":%s}]}}
        """
                .formatted(emsp.profileResponse(request), limit);
    }

    /** OCPI 2.2.1 §14.4.1. */
    @Test
    void aChargingProfileIsFollowedToldAndCleared() {
        try (RawStation station = roaming.station("PROF-1", "")) {
            String session = roaming.charges(station, "PROF-1");
            CompletableFuture<StubEmsp.Answer> set =
                    CompletableFuture.supplyAsync(
                            () -> profiles("PUT", session, profile("p1", "5000.0")));
            assertThat(limited(station, "Accepted").toString()).contains("5000");
            assertThat(set.join().result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("p1")).isEqualTo("ACCEPTED");

            String ask = session + "?duration=900&response_url=" + emsp.profileResponse("p2");
            assertThat(profiles("GET", ask, "").result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("p2")).isEqualTo("ACCEPTED");
            assertThat(
                            emsp.result("p2")
                                    .orElseThrow()
                                    .path("profile")
                                    .path("charging_profile")
                                    .path("charging_profile_period")
                                    .path(0)
                                    .path("limit")
                                    .asDouble())
                    .isEqualTo(5000);

            String clear = session + "?response_url=" + emsp.profileResponse("p3");
            CompletableFuture<StubEmsp.Answer> cleared =
                    CompletableFuture.supplyAsync(() -> profiles("DELETE", clear, ""));
            limited(station, "Accepted");
            assertThat(cleared.join().result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("p3")).isEqualTo("ACCEPTED");
        }
    }

    @Test
    void aProfileThatTheStationRefusesOrThatIsOfNoSessionIsSaidSo() {
        try (RawStation station = roaming.station("PROF-2", "")) {
            String session = roaming.charges(station, "PROF-2");
            CompletableFuture<StubEmsp.Answer> refused =
                    CompletableFuture.supplyAsync(
                            () -> profiles("PUT", session, profile("p4", "4000.0")));
            limited(station, "Rejected");
            assertThat(refused.join().result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("p4")).isEqualTo("REJECTED");
            assertThat(profiles("PUT", "NO-SUCH", profile("p5", "1.0")).result())
                    .isEqualTo("UNKNOWN_SESSION");
        }
    }

    private static StubEmsp.Answer prefers(String session, String type) {
        return emsp.sends(
                "PUT",
                "/ocpi/sender/2.2.1/sessions/%s/charging_preferences".formatted(session),
                "{\"profile_type\":\"%s\"}".formatted(type));
    }

    /** OCPI 2.2.1 §9.2.1.2: every session gets what the device can, nothing else is offered. */
    @Test
    void chargingPreferencesAreTakenAsFarAsTheyCanBe() {
        try (RawStation station = roaming.station("PREF-1", "")) {
            String session = roaming.charges(station, "PREF-1");
            assertThat(prefers(session, "FAST").data().asString()).isEqualTo("ACCEPTED");
            assertThat(prefers(session, "GREEN").data().asString())
                    .isEqualTo("PROFILE_TYPE_NOT_SUPPORTED");
            assertThat(prefers("NO-SUCH", "FAST").status() / 1_000).isEqualTo(2);
        }
    }

    /** A charge whose meter signed both ends: the CDR that the eMSP got. */
    private static JsonNode signedCharge(String name, SigningMeter meter, String more) {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);
        Instant end = begin.plusSeconds(300);
        String first = meter.page(1, begin, "B", "1.000", more);
        String last = meter.page(2, end, "E", "3.000", more);
        try (RawStation station =
                roaming.station(
                        name, ",'meterSerial':'M1','meterKey':'%s'".formatted(meter.key()))) {
            CompletableFuture<StubEmsp.Answer> answer =
                    CompletableFuture.supplyAsync(
                            () -> roaming.starts("start-" + name, name, StubEmsp.token(name)));
            String tag = station.answers("{'status':'Accepted'}").get(3).path("idTag").asString();
            assertThat(answer.join().result()).isEqualTo("ACCEPTED");
            int transaction =
                    station.asks(
                                    "StartTransaction",
                                    "{'connectorId':1,'idTag':'%s','meterStart':1000,'timestamp':'%s'}"
                                            .formatted(tag, begin))
                            .path("transactionId")
                            .asInt();
            station.asksRaw(
                    "MeterValues",
                    "{\"connectorId\":1,\"transactionId\":%d,\"meterValue\":%s}"
                            .formatted(
                                    transaction, values(begin, "Transaction.Begin", 1000, first)));
            station.asksRaw(
                    "StopTransaction",
                    "{\"transactionId\":%d,\"meterStop\":3000,\"timestamp\":\"%s\",\"transactionData\":%s}"
                            .formatted(
                                    transaction, end, values(end, "Transaction.End", 3000, last)));
        }
        String session = roaming.session(name);
        RoamingUnderTest.until(() -> !emsp.cdrsOf(session).isEmpty());
        assertThat(emsp.cdrsOf(session)).hasSize(1);
        return emsp.cdrsOf(session).getFirst();
    }

    private static String values(Instant at, String context, long register, String signed) {
        return "[{\"timestamp\":\"%s\",\"sampledValue\":[{\"value\":\"%d\",\"unit\":\"Wh\"},{\"format\":\"SignedData\",\"context\":\"%s\",\"value\":%s}]}]"
                .formatted(at, register, context, JSON.writeValueAsString(signed));
    }

    /** OCPI 2.2.1 §10.4.6; a driver's transparency software reads exactly these bytes. */
    @Test
    void whatTheMeterSignedIsInTheCdrByteForByte() {
        SigningMeter meter = new SigningMeter();
        JsonNode signed = signedCharge("SIGN-1", meter, "").path("signed_data");
        assertThat(signed.path("encoding_method").asString()).isEqualTo("OCMF");
        assertThat(signed.path("public_key").asString()).hasSizeLessThanOrEqualTo(512);
        JsonNode values = signed.path("signed_values");
        assertThat(values.valueStream().map(one -> one.path("nature").asString()))
                .containsExactly("Start", "End");
        for (JsonNode value : values) {
            String whole =
                    new String(
                            Base64.getDecoder().decode(value.path("signed_data").asString()),
                            StandardCharsets.UTF_8);
            assertThat(whole).startsWith("OCMF|" + value.path("plain_data").asString() + "|");
            assertThat(value.path("plain_data").asString()).hasSizeLessThanOrEqualTo(512);
            assertThat(value.path("signed_data").asString()).hasSizeLessThanOrEqualTo(5_000);
        }
        assertThat(values.path(1).path("plain_data").asString()).contains("\"RV\":3.000");
    }

    /**
     * A receiver that keeps to the lengths would refuse the whole CDR, and nobody would be paid.
     */
    @Test
    void whatIsLongerThanACdrMayCarryIsLeftOutAndSaid() {
        String longer = "\"MV\":\"%s\",".formatted("V".repeat(5_000));
        JsonNode cdr = signedCharge("SIGN-2", new SigningMeter(), longer);
        assertThat(cdr.path("signed_data").isMissingNode()).isTrue();
        assertThat(cdr.path("total_energy").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void aForgedDocumentIsNotPassedOn() {
        SigningMeter other = new SigningMeter();
        SigningMeter meter =
                new SigningMeter() {
                    @Override
                    String key() {
                        return other.key();
                    }
                };
        assertThat(signedCharge("SIGN-3", meter, "").path("signed_data").isMissingNode()).isTrue();
    }

    /** Nothing is lost while a partner is away, and the operator sees what waits. */
    @Test
    void whatHappensWhileThePartnerIsAwayArrivesLater() {
        try (RawStation station = roaming.station("AWAY-1", "")) {
            String session = roaming.charges(station, "AWAY-1");
            emsp.isAway(true);
            station.asks(
                    "StopTransaction",
                    "{'transactionId':%d,'meterStop':3000,'timestamp':'%s'}"
                            .formatted(transaction("AWAY-1"), Instant.now()));
            RoamingUnderTest.until(() -> stuck("tell-session/" + session));
            emsp.isAway(false);
            RoamingUnderTest.until(() -> !emsp.cdrsOf(session).isEmpty());
            RoamingUnderTest.until(() -> roaming.status(session).equals("COMPLETED"));
            assertThat(emsp.cdrsOf(session)).hasSize(1);
            RoamingUnderTest.until(() -> !stuck("tell-session/" + session));
        } finally {
            emsp.isAway(false);
        }
    }

    private static boolean stuck(String purpose) {
        return roaming.operator()
                .gets("/admin/stuck")
                .body()
                .valueStream()
                .anyMatch(one -> one.path("purpose").asString().equals(purpose));
    }

    private static int transaction(String station) {
        return roaming.operator()
                .gets("/admin/transactions?stationId=" + station)
                .body()
                .path(0)
                .path("id")
                .asInt();
    }
}
