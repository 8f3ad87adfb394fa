package network.opencharging.benchmarks.stations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

class StationTest {
    private final AtomicLong now = new AtomicLong();
    private final List<String> heard = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Witness witness = new Ear();

    @Test
    void aStationIsBackWhenItsStateWasAnswered() {
        Station station = station(new Words16());

        station.connected(sent::add);
        station.received("[3,\"1\",{\"status\":\"Accepted\"}]");
        assertThat(heard).containsExactly("BOOT after 0");
        station.received("[3,\"2\",{}]");

        assertThat(sent).hasSize(2);
        assertThat(sent.getFirst()).startsWith("[2,\"1\",\"BootNotification\",{");
        assertThat(heard).containsExactly("BOOT after 0", "STATUS after 0", "back");
    }

    /** Or a slow answer would make all that had to wait for it look quick. */
    @Test
    void whatWaitsForAnAnswerCountsFromWhenItWasDue() {
        Station station = working(new Words16());

        station.due(Kind.HEARTBEAT, 100);
        station.due(Kind.METER, 200);
        assertThat(sent).hasSize(1);
        now.set(1_000);
        station.received("[3,\"3\",{\"currentTime\":\"2026-01-01T00:00:00Z\"}]");
        assertThat(sent).hasSize(2);
        now.set(1_500);
        station.received("[3,\"4\",{}]");

        assertThat(heard).containsExactly("HEARTBEAT after 900", "METER after 1300");
        assertThat(station.isQuiet()).isTrue();
    }

    @Test
    void aTransactionIsToldAgainWordForWordAndAHeartbeatIsNot() {
        Station station = working(new Words201());

        station.due(Kind.START, 0);
        station.due(Kind.HEARTBEAT, 0);
        String first = sent.getFirst();
        station.broke();
        assertThat(heard).containsExactly("away", "HEARTBEAT lost");
        station.connected(sent::add);
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast()).isEqualTo(first.replace("[2,\"3\"", "[2,\"4\""));
        station.received("[3,\"4\",{\"idTokenInfo\":{\"status\":\"Accepted\"}}]");

        assertThat(station.account().begun()).isEqualTo(new Account.Span(1, 1));
        assertThat(station.account().meters()).isEqualTo(new Account.Span(1, 1));
        assertThat(station.nextOfTransactions()).isEqualTo(Kind.UPDATE);
    }

    @Test
    void whatIsNotAcknowledgedMayOrMayNotBeThere() {
        Station station = working(new Words16());

        station.due(Kind.METER, 0);
        station.broke();

        Account.Span meters = station.account().meters();
        assertThat(meters).isEqualTo(new Account.Span(0, 1));
        assertThat(List.of(meters.holds(0), meters.holds(1), meters.holds(2)))
                .containsExactly(true, true, false);
    }

    @Test
    void aTransactionOf16HasTheNameThatItsStartWasAnsweredWith() {
        Station station = working(new Words16());

        station.due(Kind.START, 0);
        station.received(
                "[3,\"3\",{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":4711}]");
        station.due(station.nextOfTransactions(), 0);

        assertThat(sent.getLast()).contains("StopTransaction").contains("\"transactionId\":4711,");
    }

    @Test
    void aRefusalAndAnErrorAreNoGoodAnswers() {
        Station station = working(new Words16());

        station.due(Kind.START, 0);
        station.received("[3,\"3\",{\"idTagInfo\":{\"status\":\"Invalid\"},\"transactionId\":1}]");
        station.due(Kind.HEARTBEAT, 0);
        station.received("[4,\"4\",\"InternalError\",\"\",{}]");
        station.received("[3,\"99\",{}]");

        assertThat(heard).containsExactly("START wrong", "HEARTBEAT wrong");
    }

    private Station station(Words words) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        return new Station(7, words, new Station.Times(clock, now::get), witness);
    }

    private Station working(Words words) {
        Station station = station(words);
        station.connected(sent::add);
        station.received("[3,\"1\",{\"status\":\"Accepted\"}]");
        station.received("[3,\"2\",{}]");
        sent.clear();
        heard.clear();
        return station;
    }

    /** Writes down what it hears. */
    private final class Ear implements Witness {
        @Override
        public void answered(Station station, Kind kind, long due, String error) {
            heard.add(kind + (error.isEmpty() ? " after " + (now.get() - due) : " wrong"));
        }

        @Override
        public void lost(Kind kind) {
            heard.add(kind + " lost");
        }

        @Override
        public void cameBack() {
            heard.add("back");
        }

        @Override
        public void wentAway() {
            heard.add("away");
        }
    }
}
