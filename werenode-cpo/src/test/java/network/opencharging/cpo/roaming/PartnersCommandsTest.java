package network.opencharging.cpo.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.emsp.StubEmsp;
import network.opencharging.cpo.ocpp.door.RawStation;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Commands of a partner, through the bridge, at a station that answers as it likes. */
class PartnersCommandsTest {
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

    private static StubEmsp.Answer reserves(
            String request, String reservation, String name, Instant until) {
        return emsp.commands(
                "RESERVE_NOW",
                request,
                "'reservation_id':'%s','expiry_date':'%s','location_id':'L-%s','evse_uid':'E1','token':%s,"
                        .formatted(reservation, until, name, StubEmsp.token("D-" + name)));
    }

    private static StubEmsp.Answer cancels(String request, String reservation) {
        return emsp.commands(
                "CANCEL_RESERVATION", request, "'reservation_id':'%s',".formatted(reservation));
    }

    @Test
    void aReservationKeepsTheEvseForItsDriverUntilItIsGivenUp() {
        try (RawStation _ = roaming.station("RES-1", "")) {
            assertThat(reserves("r1", "R-1", "RES-1", Instant.now().plusSeconds(900)).result())
                    .isEqualTo("ACCEPTED");
            assertThat(roaming.ends("r1")).isEqualTo("ACCEPTED");
            String session = roaming.session("RES-1");
            RoamingUnderTest.until(() -> roaming.status(session).equals("RESERVATION"));
            roaming.is("RES-1", "RESERVED");
            assertThat(roaming.starts("r2", "RES-1", StubEmsp.token("OTHER")).result())
                    .isEqualTo("ACCEPTED");
            assertThat(roaming.ends("r2")).isEqualTo("EVSE_OCCUPIED");

            assertThat(cancels("r3", "R-1").result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("r3")).isEqualTo("ACCEPTED");
            RoamingUnderTest.until(() -> roaming.status(session).equals("COMPLETED"));
            roaming.is("RES-1", "AVAILABLE");
            assertThat(cancels("r4", "R-1").result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("r4")).isEqualTo("UNKNOWN_RESERVATION");
            assertThat(cancels("r5", "NEVER-MADE").result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("r5")).isEqualTo("UNKNOWN_RESERVATION");
        }
    }

    @Test
    void aReservationIsUsedByItsDriverAndItsSessionIsTheSame() {
        try (RawStation station = roaming.station("RES-2", "")) {
            reserves("r6", "R-2", "RES-2", Instant.now().plusSeconds(900));
            assertThat(roaming.ends("r6")).isEqualTo("ACCEPTED");
            String reserved = roaming.session("RES-2");
            assertThat(roaming.charges(station, "RES-2")).isEqualTo(reserved);
        }
    }

    @Test
    void aReservationInThePastOrElsewhereIsRejected() {
        try (RawStation _ = roaming.station("RES-3", "")) {
            StubEmsp.Answer late = reserves("r7", "R-3", "RES-3", Instant.now().minusSeconds(5));
            assertThat(late.result()).isEqualTo("REJECTED");
            assertThat(late.data().path("message").path(0).path("text").asString())
                    .isEqualTo("The reservation's expiry date is in the past.");
            assertThat(reserves("r8", "R-4", "NOWHERE", Instant.now().plusSeconds(60)).result())
                    .isEqualTo("REJECTED");
        }
    }

    private static String unlocks(String request, RawStation station, String said) {
        CompletableFuture<StubEmsp.Answer> asked =
                CompletableFuture.supplyAsync(() -> unlocks(request, "L-LOCK-1"));
        assertThat(station.answers("{'status':'%s'}".formatted(said)).get(2).asString())
                .isEqualTo("UnlockConnector");
        assertThat(asked.join().result()).isEqualTo("ACCEPTED");
        return roaming.ends(request);
    }

    private static StubEmsp.Answer unlocks(String request, String location) {
        return emsp.commands(
                "UNLOCK_CONNECTOR",
                request,
                "'location_id':'%s','evse_uid':'E1','connector_id':'1',".formatted(location));
    }

    @Test
    void aConnectorIsUnlockedAsFarAsTheStationDoes() {
        try (RawStation station = roaming.station("LOCK-1", "")) {
            assertThat(unlocks("u1", station, "Unlocked")).isEqualTo("ACCEPTED");
            assertThat(unlocks("u2", station, "UnlockFailed")).isEqualTo("REJECTED");
            assertThat(unlocks("u3", station, "NotSupported")).isEqualTo("NOT_SUPPORTED");
            assertThat(unlocks("u4", "NOWHERE").result()).isEqualTo("REJECTED");
        }
    }

    /** OCPI 2.2.1 §13.4.1 and §13.4.2: what cannot be, at once; what the device says, later. */
    @Test
    void whatIsUnknownBusyFaultedOrOfflineHasItsOwnWord() {
        String token = StubEmsp.token("CARD-1");
        assertThat(roaming.starts("s1", "NOWHERE", token).result()).isEqualTo("REJECTED");
        try (RawStation station = roaming.station("BAD-1", "")) {
            StubEmsp.Answer unknown =
                    emsp.commands(
                            "START_SESSION",
                            "s2",
                            "'location_id':'L-BAD-1','evse_uid':'E9','token':%s,".formatted(token));
            assertThat(unknown.result()).isEqualTo("REJECTED");
            assertThat(unknown.status()).isEqualTo(1000);

            roaming.charges(station, "BAD-1");
            assertThat(roaming.starts("s3", "BAD-1", token).result()).isEqualTo("ACCEPTED");
            assertThat(roaming.ends("s3")).isEqualTo("EVSE_OCCUPIED");
        }
        try (RawStation station = roaming.station("BAD-2", "")) {
            RoamingUnderTest.shows(station, "Faulted");
            roaming.is("BAD-2", "OUTOFORDER");
            roaming.starts("s4", "BAD-2", token);
            assertThat(roaming.ends("s4")).isEqualTo("EVSE_INOPERATIVE");
            RoamingUnderTest.shows(station, "Available");
            roaming.is("BAD-2", "AVAILABLE");
            station.losesPower();
            roaming.is("BAD-2", "UNKNOWN");
            roaming.starts("s5", "BAD-2", token);
            assertThat(roaming.ends("s5")).isEqualTo("EVSE_INOPERATIVE");
        }
        assertThat(emsp.commands("FLY", "s6", "").result()).isEqualTo("NOT_SUPPORTED");
        assertThat(emsp.commands("START_SESSION", "s7", "'location_id':'X',").status())
                .as("no token")
                .isEqualTo(2001);
    }

    @Test
    void aTokenThatIsBlockedOrForeignStartsNothing() {
        try (RawStation station = roaming.station("TOK-1", "")) {
            StubEmsp.Answer blocked =
                    roaming.starts("t1", "TOK-1", StubEmsp.token("NL", "BOB", "B", false));
            assertThat(blocked.result()).isEqualTo("REJECTED");
            assertThat(blocked.data().path("message").path(0).path("text").asString())
                    .isEqualTo("The token is blocked.");
            StubEmsp.Answer foreign =
                    roaming.starts("t2", "TOK-1", StubEmsp.token("FR", "EVE", "F", true));
            assertThat(foreign.result()).isEqualTo("REJECTED");
            assertThat(foreign.data().path("message").path(0).path("text").asString())
                    .isEqualTo("The token belongs to another party.");
            // Blocked since it was told of: what the eMSP says of it in the command is older.
            assertThat(pushes("LATER", false).status()).isEqualTo(1000);
            assertThat(roaming.starts("t3", "TOK-1", StubEmsp.token("LATER")).result())
                    .isEqualTo("REJECTED");
            assertThat(station.unheard()).isZero();
        }
    }

    private static StubEmsp.Answer pushes(String uid, boolean valid) {
        return emsp.sends(
                "PUT",
                "/ocpi/receiver/2.2.1/tokens/NL/BOB/" + uid + "?type=RFID",
                StubEmsp.token("NL", "BOB", uid, valid)
                        .replace("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
    }

    private static String authorizes(RawStation station, String tag) {
        return station.asks("Authorize", "{'idTag':'%s'}".formatted(tag))
                .path("idTagInfo")
                .path("status")
                .asString();
    }

    /** OCPI 2.2.1 §12.4.5: the eMSP is asked where its list does not suffice. */
    @Test
    void aCardIsAskedForInTheMomentAndTurnedAwayAsItsEmspSays() {
        emsp.says("GOOD", "ALLOWED");
        emsp.says("STOLEN", "BLOCKED");
        emsp.says("OLD", "EXPIRED");
        emsp.says("POOR", "NO_CREDIT");
        for (String uid : new String[] {"GOOD", "STOLEN", "OLD", "POOR"}) {
            assertThat(pushes(uid, true).status()).isEqualTo(1000);
        }
        try (RawStation station = roaming.station("TOK-2", "")) {
            assertThat(authorizes(station, "GOOD")).isEqualTo("Accepted");
            assertThat(authorizes(station, "STOLEN")).isEqualTo("Blocked");
            assertThat(authorizes(station, "OLD")).isEqualTo("Expired");
            assertThat(authorizes(station, "POOR")).isEqualTo("Invalid");
            assertThat(authorizes(station, "NOBODYS")).isEqualTo("Invalid");
        }
    }

    @Test
    void nobodyStopsTheSessionOfAnotherAndAStopCountsOnce() {
        try (RawStation station = roaming.station("STOP-1", "")) {
            roaming.cpo().knowsToken("OWN-1");
            int own = roaming.begins(station, "OWN-1");
            String others = roaming.session("STOP-1");
            assertThat(stops("x1", others).result()).isEqualTo("UNKNOWN_SESSION");
            assertThat(stops("x2", "NO-SUCH-SESSION").result()).isEqualTo("UNKNOWN_SESSION");
            assertThat(station.unheard()).isZero();
            ends(station, own);
        }
        try (RawStation station = roaming.station("STOP-2", "")) {
            String session = roaming.charges(station, "STOP-2");
            CompletableFuture<StubEmsp.Answer> stop =
                    CompletableFuture.supplyAsync(() -> stops("x3", session));
            int transaction =
                    station.answers("{'status':'Accepted'}").get(3).path("transactionId").asInt();
            assertThat(stop.join().result()).isEqualTo("ACCEPTED");
            ends(station, transaction);
            assertThat(roaming.ends("x3")).isEqualTo("ACCEPTED");
            RoamingUnderTest.until(() -> roaming.status(session).equals("COMPLETED"));
            assertThat(stops("x4", session).result()).isEqualTo("REJECTED");
        }
    }

    private static StubEmsp.Answer stops(String request, String session) {
        return emsp.commands("STOP_SESSION", request, "'session_id':'%s',".formatted(session));
    }

    private static void ends(RawStation station, int transaction) {
        station.asks(
                "StopTransaction",
                "{'transactionId':%d,'meterStop':1500,'timestamp':'%s','reason':'Remote'}"
                        .formatted(transaction, Instant.now()));
    }
}
