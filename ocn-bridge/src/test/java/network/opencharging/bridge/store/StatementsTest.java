package network.opencharging.bridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.deliver.Came;
import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.deliver.Parcels;
import network.opencharging.bridge.deliver.Waiting;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What a group of parcels costs: statements and commits are counted, not times. */
class StatementsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aHundredParcelsAndWhatCameOfAHundredAreFourStatementsAndOneCommit() {
        Database database = Database.h2(folder);
        CountingJdbc jdbc = new CountingJdbc(database.source());
        JdbcOutbox outbox =
                new JdbcOutbox(jdbc, jdbc.noting(database.transactions()), RowIds.after(jdbc));
        List<Waiting> first = outbox.write(hundred("a"), List.of(), Parcels.NOON).fresh();
        outbox.settle(arrived(first));
        List<Waiting> second = outbox.write(hundred("b"), List.of(), Parcels.NOON).fresh();
        jdbc.statements().clear();

        outbox.write(hundred("c"), arrived(second), Parcels.NOON);

        assertThat(jdbc.statements())
                .containsExactly(
                        "update bridge_outbox",
                        "insert bridge_outbox",
                        "delete bridge_outbox",
                        "update bridge_way",
                        "commit");
        assertThat(outbox.due(Parcels.NOON, 1_000)).hasSize(100);
    }

    private static List<Parcel> hundred(String name) {
        return IntStream.range(0, 100).mapToObj(i -> Parcels.location(name + i, "{}")).toList();
    }

    private static List<Came> arrived(List<Waiting> waiting) {
        return waiting.stream().<Came>map(one -> new Came.Arrived(one, Parcels.NOON)).toList();
    }
}
