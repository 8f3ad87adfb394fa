package network.opencharging.bridge.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.call.ScriptedHub;
import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.sign.Signings;
import network.opencharging.bridge.store.MemoryDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A pull starts where the last one has ended, and only then. */
class CatchUpTest {
    private final ScriptedHub hub = new ScriptedHub();
    private final MemoryDatabase database = new MemoryDatabase();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> kept = new ArrayList<>();
    private final Map<ObjectKey, Location> stored = new HashMap<>();
    private String breaksOn = "";

    @AfterEach
    void close() {
        hub.close();
        http.close();
        database.close();
    }

    @Test
    void theNextPullAsksFromTheNewestTimeWithAnOverlap() {
        hub.answers(200, page(location("l1", "2026-11-21T10:00:00Z")));
        hub.answers(200, page(location("l2", "2026-11-21T11:00:00Z")));

        assertThat(pull()).isEqualTo(1);
        assertThat(pull()).isEqualTo(1);

        assertThat(kept).containsExactly("NL/BOB l1", "NL/BOB l2");
        assertThat(hub.targets().get(0)).doesNotContain("date_from");
        assertThat(hub.targets().get(1)).contains("date_from=2026-11-21T09%3A50%3A00");
    }

    @Test
    void aPullThatBreaksOffStartsAtTheSamePlaceAgain() {
        hub.answers(
                200,
                Map.of(
                        "Link",
                        "<%s/SENDER/locations/?offset=1>; rel=\"next\"".formatted(hub.url())),
                page(location("l1", "2026-11-21T10:00:00Z")));
        hub.answers(503, "down");
        hub.answers(200, page(location("l1", "2026-11-21T10:00:00Z")));

        assertThat(pull()).isZero();
        assertThat(pull()).isEqualTo(1);

        assertThat(hub.targets().get(2)).doesNotContain("date_from");
    }

    @Test
    void whatCannotBeReadIsShownAndTheOthersCome() {
        hub.answers(
                200,
                ScriptedHub.success(
                        "[{\"id\":\"bad\"}," + location("l1", "2026-11-21T10:00:00Z") + "]"));

        assertThat(pull()).isEqualTo(1);

        assertThat(database.complaints().latest(5, 0))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.complaint().about().from()).isEqualTo(Parcels.BOB);
                    assertThat(one.complaint().about().object()).isEqualTo("bad");
                    assertThat(one.complaint().faults().toString()).contains("$.country_code");
                    assertThat(one.complaint().object()).isEqualTo("{\"id\":\"bad\"}");
                });
    }

    @Test
    void whatOthersOwnIsNotTakenFromAPartnersListButShown() {
        hub.answers(
                200,
                page(
                        location("l1", "2026-11-21T10:00:00Z")
                                .replace("NL\",\"party_id\":\"BOB", "DE\",\"party_id\":\"EVE")));

        pull();

        assertThat(kept).isEmpty();
        assertThat(database.complaints().latest(5, 0))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.complaint().faults())
                                .containsExactly("NL/BOB may not list what others own."));
    }

    @Test
    void whatComesAgainOrIsOlderThanWhatIsKeptChangesNothing() {
        hub.answers(200, page(location("l1", "2026-11-21T10:00:00Z")));
        hub.answers(200, page(location("l1", "2026-11-21T10:00:00Z")));
        hub.answers(200, page(location("l1", "2026-11-21T09:00:00Z")));

        pull();
        pull();
        pull();

        assertThat(kept).containsExactly("NL/BOB l1");
    }

    @Test
    void anObjectThatTheBackofficeBreaksOnIsShownAndPulledAgain() {
        hub.answers(200, page(location("l1", "2026-11-21T10:00:00Z")));
        hub.answers(200, page(location("l1", "2026-11-21T10:00:00Z")));
        breaksOn = "l1";

        assertThat(pull()).isZero();
        breaksOn = "";
        assertThat(pull()).isEqualTo(1);

        assertThat(hub.targets().get(1)).doesNotContain("date_from");
        assertThat(kept).containsExactly("NL/BOB l1");
        assertThat(database.complaints().latest(5, 0))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.complaint().kind()).isEqualTo(Complaint.Kind.BACKOFFICE_FAILED);
                    assertThat(one.complaint().faults().toString()).contains("disk full");
                });
    }

    private int pull() {
        Receiver<Location> receiver =
                new Receiver<>() {
                    @Override
                    public Optional<Location> find(Context context, ObjectKey key) {
                        return Optional.ofNullable(stored.get(key));
                    }

                    @Override
                    public Verdict keep(Context context, ObjectKey key, Location object) {
                        if (breaksOn.equals(key.id().text())) {
                            throw new IllegalStateException("disk full");
                        }
                        kept.add(key.owner() + " " + key.id());
                        stored.put(key, object);
                        return Verdict.kept();
                    }
                };
        Pulls pulls =
                new Pulls(
                        new CatchUp(database.cursors(), Duration.ofMinutes(10)),
                        Backoffice.builder().keepLocations(receiver).build().partners(),
                        Set.of(),
                        Clock.fixed(Parcels.NOON, ZoneOffset.UTC),
                        Duration.ofSeconds(20),
                        database.complaints());
        HubCalls calls =
                new HubCalls(
                        http,
                        hub.connection(),
                        () -> "id",
                        Duration.ofSeconds(20),
                        Signings.unsigned());
        return pulls.from(calls, new Exchange(Parcels.ALICE, Parcels.BOB, "corr"));
    }

    private static String page(String location) {
        return ScriptedHub.success("[" + location + "]");
    }

    private static String location(String id, String time) {
        return """
        {"country_code":"NL","party_id":"BOB","id":"%s","publish":true,"address":"A 1",
         "city":"B","country":"NLD","time_zone":"Europe/Amsterdam",
         "coordinates":{"latitude":"52.370216","longitude":"4.895168"},
         "last_updated":"%s"}
        """
                .formatted(id, time);
    }
}
