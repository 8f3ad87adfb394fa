package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.RoamingCpo;
import network.opencharging.acceptance.dsl.RoamingPair;
import network.opencharging.acceptance.dsl.Wallbox;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.mock.stock.Tokens;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Alice's backend at north, Bob the eMSP at south, everything signed: what happens at her station
 * is in his books.
 */
class CpoRoamingTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    @TempDir private static Path folder;
    private static RoamingPair pair;
    private static RoamingCpo cpo;

    private String location;
    private Wallbox box;

    @BeforeAll
    static void start() throws Exception {
        pair = RoamingPair.start(folder);
        cpo = pair.cpo();
        cpo.sellsEnergy();
    }

    @AfterAll
    static void stop() {
        pair.close();
    }

    @BeforeEach
    void aStation() throws IOException {
        int number = NUMBERS.incrementAndGet();
        location = "L" + number;
        cpo.opens(location, "CS-" + number);
        box = Wallbox.start(cpo.station("CS-" + number));
        status("AVAILABLE");
    }

    private void status(String word) {
        await("%s is %s at Bob".formatted(location, word))
                .atMost(Network.PATIENCE)
                .until(() ->
                        bobs(location)
                                .filter(one -> one.evses().getFirst().status().value().equals(word))
                                .isPresent());
    }

    private static Optional<Location> bobs(String location) {
        return pair.bob().received().locations().all().stream()
                .filter(one -> one.id().text().equals(location))
                .findFirst();
    }

    private String starts(String request) {
        var asked =
                pair.bob().startSession(Cast.ALICE.party(), request, Tokens.CARD, location, "E1");
        assertThat(asked.value().map(answer -> answer.result().value()))
                .as(asked.words())
                .contains("ACCEPTED");
        return ends(request);
    }

    /** How a command ended. */
    private static String ends(String request) {
        await("the result of " + request)
                .atMost(Network.PATIENCE)
                .until(() -> pair.bob().result(request).isPresent());
        return pair.bob().result(request).orElseThrow().result().value();
    }

    private Session session(String status) {
        await("the session is %s at Bob".formatted(status))
                .atMost(Network.PATIENCE)
                .until(() -> sessions().stream().anyMatch(one -> is(one, status)));
        return sessions().stream().filter(one -> is(one, status)).findFirst().orElseThrow();
    }

    private static boolean is(Session session, String status) {
        return session.status().value().equals(status);
    }

    private List<Session> sessions() {
        return pair.bob().received().sessions().all().stream()
                .filter(one -> one.locationId().text().equals(location))
                .toList();
    }

    private List<CDR> cdrs() {
        return pair.bob().received().cdrs().all().stream()
                .filter(one -> one.cdrLocation().id().text().equals(location))
                .toList();
    }

    private CDR cdr() {
        await("the CDR is at Bob").atMost(Network.PATIENCE).until(() -> !cdrs().isEmpty());
        assertThat(cdrs()).hasSize(1);
        return cdrs().getFirst();
    }

    private static List<String> lines(String session) {
        return pair.bob().party().log().all().stream()
                .filter(one -> one.direction() == Exchange.Direction.RECEIVED)
                .map(one -> one.request().line())
                .filter(line -> line.contains(session))
                .toList();
    }

    /** What Bob has is what Alice has, to the cent. */
    private static void isEqual(CDR bobs) throws IOException {
        JsonNode own = cpo.looks("cdrs/" + bobs.id().text());
        assertThat(bobs.totalCost().exclVat())
                .isEqualByComparingTo(own.path("totalExclVat").decimalValue());
        assertThat(bobs.totalCost().inclVat().orElseThrow())
                .isEqualByComparingTo(own.path("totalInclVat").decimalValue());
        assertThat(bobs.totalEnergy().movePointRight(3))
                .isEqualByComparingTo(own.path("energy").decimalValue());
    }

    @Test
    void aChargeThatTheEmspStartsIsInItsBooksToTheCent() throws IOException {
        assertThat(starts("start-1")).isEqualTo("ACCEPTED");
        String tag = box.awaits("RemoteStartTransaction").path("idTag").asString();
        box.is("Preparing");
        int transaction = box.begins(tag, 10_000);
        box.is("Charging");
        Session active = session("ACTIVE");
        status("CHARGING");
        box.meters(transaction, 12_345);
        String id = active.id().text();
        await().atMost(Network.PATIENCE)
                .until(() -> session("ACTIVE").kwh().movePointRight(3).intValueExact() == 2_345);

        assertThat(pair.bob().stopSession(Cast.ALICE.party(), "stop-1", id).value())
                .hasValueSatisfying(
                        answer -> assertThat(answer.result().value()).isEqualTo("ACCEPTED"));
        assertThat(box.awaits("RemoteStopTransaction").path("transactionId").asInt())
                .isEqualTo(transaction);
        box.ends(transaction, 13_333, "Remote");
        box.is("Available");

        assertThat(ends("stop-1")).isEqualTo("ACCEPTED");
        Session completed = session("COMPLETED");
        CDR cdr = cdr();
        // 3.333 kWh at 0.40, and a fifth of VAT
        assertThat(cdr.totalCost().exclVat()).isEqualByComparingTo("1.3332");
        assertThat(cdr.totalCost().inclVat().orElseThrow()).isEqualByComparingTo("1.5998");
        isEqual(cdr);
        assertThat(cdr.sessionId().orElseThrow().text()).isEqualTo(id);
        assertThat(completed.kwh()).isEqualByComparingTo("3.333");
        status("AVAILABLE");
        List<String> told = lines("/" + id);
        assertThat(told.getFirst()).startsWith("PUT ");
        assertThat(told.subList(1, told.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("PATCH "));
    }

    @Test
    void aPartnersNodeThatIsAwayAtTheEndMissesNothing() throws Exception {
        assertThat(starts("start-2")).isEqualTo("ACCEPTED");
        String tag = box.awaits("RemoteStartTransaction").path("idTag").asString();
        int transaction = box.begins(tag, 0);
        String id = session("ACTIVE").id().text();
        pair.loseSouth();
        box.meters(transaction, 1_000);
        box.ends(transaction, 5_000, "Local");
        await().atMost(Network.PATIENCE)
                .until(() ->
                        cpo.looks("sessions/" + id)
                                .path("session")
                                .path("phase")
                                .asString()
                                .equals("CLOSED"));
        assertThat(cdrs()).isEmpty();
        pair.southReturns();

        assertThat(session("COMPLETED").kwh()).isEqualByComparingTo("5");
        isEqual(cdr());
    }

    @Test
    void whoeverCommandsWhatCannotBeIsToldWhy() {
        var nowhere =
                pair.bob()
                        .startSession(Cast.ALICE.party(), "start-3", Tokens.CARD, "NOWHERE", "E1");
        assertThat(nowhere.value().orElseThrow().result().value()).isEqualTo("REJECTED");
        var stranger = pair.bob().stopSession(Cast.ALICE.party(), "stop-3", "not-a-session");
        assertThat(stranger.value().orElseThrow().result().value()).isEqualTo("UNKNOWN_SESSION");

        box.refuses();
        assertThat(starts("start-4")).isEqualTo("REJECTED");
        box.is("Faulted");
        status("OUTOFORDER");
        assertThat(starts("start-5")).isEqualTo("EVSE_INOPERATIVE");
        box.close();
        status("UNKNOWN");
        assertThat(starts("start-6")).isEqualTo("EVSE_INOPERATIVE");
    }

    @Test
    void aCardThatNobodyToldOfIsAskedForAtItsEmspAndChargesThere() throws IOException {
        assertThat(box.authorizes("NOBODYS")).isEqualTo("Invalid");
        assertThat(box.authorizes(Tokens.CARD)).isEqualTo("Accepted");
        int transaction = box.begins(Tokens.CARD, 100);
        Session active = session("ACTIVE");
        assertThat(active.authMethod().value()).isEqualTo("AUTH_REQUEST");
        assertThat(starts("start-7")).isEqualTo("EVSE_OCCUPIED");
        box.ends(transaction, 1_100, "EVDisconnected");
        CDR cdr = cdr();
        assertThat(cdr.cdrToken().uid().text()).isEqualTo(Tokens.CARD);
        assertThat(cdr.authorizationReference()).isPresent();
        isEqual(cdr);
    }
}
