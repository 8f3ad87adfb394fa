package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.device.PortId;
import network.opencharging.cpo.ocpp.central.NoticeBook;
import network.opencharging.cpo.ocpp.central.Station;
import network.opencharging.cpo.ocpp.central.TokenBook;
import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.Boot;
import network.opencharging.cpo.ocpp.message.ConnectorState;
import network.opencharging.cpo.ocpp.message.EvseKey;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Sample;
import network.opencharging.cpo.ocpp.message.Status;
import network.opencharging.cpo.ocpp.station.MessageLog;
import network.opencharging.cpo.ocpp.station.MessageSearch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What every database must do for the backend. */
abstract class BooksContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final EvseKey KEY = new EvseKey("CS", 1, 1);

    private CpoDatabase database;

    abstract CpoDatabase database();

    @BeforeEach
    void emptied() {
        database = database();
        for (String table :
                List.of(
                        "station",
                        "connector",
                        "transaction",
                        "transaction_news",
                        "orphan",
                        "meter_value",
                        "token",
                        "notice",
                        "message")) {
            database.client().sql("delete from cpo_" + table).update();
        }
    }

    private static Status status(EvseKey key, ConnectorState state) {
        return new Status(key, state, "NoError", "", NOON);
    }

    @Test
    void aStationIsChangedAndKeepsWhatItSaid() {
        try (JdbcStations stations = new JdbcStations(database.jdbc(), database.transactions())) {
            Station parked = station(Station.Admission.PARKED, 1, Optional.of("seal"));
            stations.put(parked);
            assertThat(stations.find("CS")).contains(parked);
            assertThat(stations.parked()).isOne();
            Boot boot = new Boot("V", "M", "S", "1", "PowerUp");
            stations.booted("CS", boot, NOON);
            stations.booted("NOBODY", boot, NOON);
            Station accepted = station(Station.Admission.ACCEPTED, 2, Optional.empty());
            stations.put(accepted);
            assertThat(stations.find("CS"))
                    .contains(
                            new Station(
                                    "CS",
                                    Station.Admission.ACCEPTED,
                                    2,
                                    Optional.empty(),
                                    Optional.of(boot),
                                    NOON));
            assertThat(stations.parked()).isZero();
            assertThat(stations.remove("CS")).isTrue();
            assertThat(stations.all()).isEmpty();
        }
    }

    private static Station station(
            Station.Admission admission, int profile, Optional<String> seal) {
        return new Station("CS", admission, profile, seal, Optional.empty(), NOON);
    }

    /** Asked for together, and each once however many connectors an EVSE has. */
    @Test
    void thePortsOfManyStationsAreOneQuestion() {
        try (JdbcConnectors connectors =
                new JdbcConnectors(database.jdbc(), database.transactions())) {
            for (EvseKey key :
                    List.of(
                            new EvseKey("A", 0, 0),
                            new EvseKey("A", 1, 1),
                            new EvseKey("A", 1, 2),
                            new EvseKey("B", 2, 1),
                            new EvseKey("C", 1, 1))) {
                connectors.put(status(key, ConnectorState.AVAILABLE));
            }
            assertThat(connectors.ports(List.of("A", "B", "NOBODY")))
                    .containsExactly(new PortId("A", 1), new PortId("B", 2));
            assertThat(connectors.ports(List.of())).isEmpty();
        }
    }

    @Test
    void theLastStateOfAConnectorCounts() {
        try (JdbcConnectors connectors =
                new JdbcConnectors(database.jdbc(), database.transactions())) {
            connectors.put(status(KEY, ConnectorState.AVAILABLE));
            connectors.put(status(KEY, ConnectorState.CHARGING));
            connectors.put(status(new EvseKey("CS", 2, 1), ConnectorState.FAULTED));
            assertThat(connectors.of("CS"))
                    .containsExactly(
                            status(KEY, ConnectorState.CHARGING),
                            status(new EvseKey("CS", 2, 1), ConnectorState.FAULTED));
        }
    }

    /** Many at once, each safe when its own call returns. */
    @Test
    void manyStationsSpeakAtOnce() throws Exception {
        try (JdbcConnectors connectors =
                        new JdbcConnectors(database.jdbc(), database.transactions());
                ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> sizes =
                    IntStream.range(0, 300)
                            .mapToObj(number ->
                                    all.submit(() -> {
                                        String station = "CS-" + number;
                                        connectors.put(
                                                status(
                                                        new EvseKey(station, 1, 1),
                                                        ConnectorState.AVAILABLE));
                                        return connectors.of(station).size();
                                    }))
                            .toList();
            for (Future<Integer> size : sizes) {
                assertThat(size.get()).isOne();
            }
        }
    }

    /** One row that cannot be written must not take others with it. */
    @Test
    void aRowThatIsRefusedIsRefusedAlone() {
        try (JdbcConnectors connectors =
                        new JdbcConnectors(database.jdbc(), database.transactions());
                ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> good =
                    IntStream.range(0, 50)
                            .<Future<?>>mapToObj(number ->
                                    all.submit(() ->
                                            connectors.put(
                                                    status(
                                                            new EvseKey("CS", number, 1),
                                                            ConnectorState.AVAILABLE))))
                            .toList();
            Status bad = status(new EvseKey("C".repeat(200), 1, 1), ConnectorState.AVAILABLE);
            assertThatThrownBy(() -> connectors.put(bad)).isInstanceOf(RuntimeException.class);
            assertThat(good).allSatisfy(one -> assertThat(one.get()).isNull());
            assertThat(connectors.of("CS")).hasSize(50);
        }
    }

    /** A signed document comes back byte for byte. */
    @Test
    void valuesOfMetersAreKeptAsTheyCame() {
        Sample signed =
                new Sample(
                        NOON,
                        "OCMF|{\"RV\":1.500}|{\"SD\":\"é\"}",
                        Sample.REGISTER,
                        "Wh",
                        "Transaction.End",
                        "",
                        "Outlet",
                        true);
        Metered metered = new Metered(KEY, Optional.of("T"), List.of(signed));
        try (JdbcMeters meters = new JdbcMeters(database.jdbc(), database.transactions())) {
            meters.add(metered);
            meters.add(new Metered(KEY, Optional.empty(), List.of(signed)));
            assertThat(meters.of("CS", "T")).containsExactly(metered);
        }
    }

    @Test
    void aTokenIsFoundInAnyCase() {
        JdbcTokens tokens = new JdbcTokens(database.client());
        TokenBook.Token token =
                new TokenBook.Token(
                        "aBc",
                        Authorization.Verdict.ACCEPTED,
                        Optional.of(NOON),
                        Optional.of("GROUP"));
        tokens.put(token);
        assertThat(tokens.find("AbC")).contains(token);
        assertThat(token.at(NOON).verdict()).isEqualTo(Authorization.Verdict.EXPIRED);
        assertThat(token.at(NOON.minusSeconds(1)).verdict())
                .isEqualTo(Authorization.Verdict.ACCEPTED);
        assertThat(tokens.remove("ABC")).isTrue();
        assertThat(tokens.find("aBc")).isEmpty();
    }

    @Test
    void noticesComeNewestFirst() {
        try (JdbcNotices notices = new JdbcNotices(database.jdbc(), database.transactions())) {
            NoticeBook.Notice first = new NoticeBook.Notice("CS", "NotifyEvent", "{}", NOON);
            NoticeBook.Notice second = new NoticeBook.Notice("CS", "NotifyReport", "{}", NOON);
            notices.add(first);
            notices.add(second);
            assertThat(notices.latest("CS", 10)).containsExactly(second, first);
        }
    }

    @Test
    void messagesAreFoundAndForgotten() {
        try (JdbcMessages messages = new JdbcMessages(database.jdbc(), database.transactions())) {
            MessageLog.Entry entry =
                    new MessageLog.Entry(
                            NOON, "CS", true, "Heartbeat", "1", "[2,\"1\",\"Heartbeat\",{}]");
            messages.keep(entry);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(found(messages, Optional.of("Heartbeat\",{")))
                                    .containsExactly(entry));
            assertThat(found(messages, Optional.of("100%"))).isEmpty();
            assertThat(messages.forget(NOON.plusSeconds(1))).isOne();
            assertThat(found(messages, Optional.empty())).isEmpty();
            assertThat(messages.leftOut()).isZero();
        }
    }

    private static List<MessageLog.Entry> found(JdbcMessages messages, Optional<String> text) {
        return messages.search(
                new MessageSearch.Wish(
                        Optional.of("CS"),
                        Optional.of("Heartbeat"),
                        text,
                        NOON.plusSeconds(60),
                        10));
    }
}
