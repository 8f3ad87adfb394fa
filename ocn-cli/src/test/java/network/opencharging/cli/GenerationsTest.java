package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.NORTH;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;
import network.opencharging.protocol.key.Address;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** The published registries, read and, where that is safe, written. */
class GenerationsTest {
    private static Ground ground;

    @BeforeAll
    static void aChain(@TempDir Path folder) throws IOException {
        ground = Ground.start(folder);
    }

    @AfterAll
    static void close() {
        ground.close();
    }

    @Test
    void theFirstIsReadAndWrittenDirectly() throws IOException {
        String first =
                " --registry-form first --registry " + ground.publish("FirstPublished").text();

        good(ground.as(NORTH, "node set https://north.example" + first));
        good(
                ground.as(
                        ALICE,
                        "party set DE/ALC --role CPO,HUB --operator " + NORTH.address() + first));
        good(ground.as(ALICE, "modules set --sender cdrs" + first));
        assertThat(ground.ask("party list" + first).out())
                .contains("DE/ALC", "CPO,HUB", "https://north.example");
        assertThat(ground.ask("modules list" + first).out()).contains("cdrs");
        good(ground.ask("network check" + first));

        good(ground.as(ALICE, "party delete" + first));
        assertThat(ground.ask("party list" + first).out()).isEmpty();

        Said signed = ground.as(NORTH, "node delete --sign-to x" + first);
        assertThat(signed.exit()).isEqualTo(2);
        assertThat(signed.err()).contains("sent again by anybody for ever");
    }

    @Test
    void theSecondIsReadAndItsNodesAreManaged() throws IOException {
        Address registry = ground.publish("SecondPublished");
        String second = " --registry-form second --registry " + registry.text();
        good(ground.as(NORTH, "node set https://south.example" + second));
        assertThat(ground.ask("node list" + second).out()).contains("https://south.example");
        good(ground.ask("network check" + second));
        good(ground.as(NORTH, "node delete" + second));
        assertThat(ground.ask("node list" + second).out()).isEmpty();

        refused("party set DE/ALC --role CPO --operator " + NORTH.address() + second, "own tools");
        refused("modules set --sender cdrs" + second, "knows no modules");
    }

    @Test
    void whatAGenerationHasNoPlaceForIsSaidBeforeMoneyIsSpent() throws IOException {
        String first =
                " --registry-form first --registry " + ground.publish("FirstPublished").text();

        refused("node admit DE/ALC " + ALICE.address() + first, "nothing to admit");
        refused("node dismiss " + ALICE.address() + first, "nothing to admit");
        refused("party profile --name Alice" + first, "keeps no names");
    }

    private static void refused(String line, String words) throws IOException {
        Said said = ground.as(NORTH, line);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains(words);
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }
}
