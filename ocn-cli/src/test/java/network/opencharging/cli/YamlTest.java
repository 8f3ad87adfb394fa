package network.opencharging.cli;

import static network.opencharging.cli.Ground.ALICE;
import static network.opencharging.cli.Ground.BOB;
import static network.opencharging.cli.Ground.NORTH;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Ground.Said;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

/** Lists as YAML, for programs that read it. */
class YamlTest {
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
    void listsAreWrittenAsYaml() throws IOException {
        assertThat(ground.ask("node list -o yaml").out()).isEqualTo("[]\n");
        good(ground.as(NORTH, "node set https://north.example"));
        good(ground.as(BOB, "node set https://south.example"));
        good(ground.as(ALICE, "party set DE/ALC --role CPO,NAP --operator " + NORTH.address()));

        assertThat(ground.ask("node list -o yaml").out())
                .isEqualTo(
                        """
                        - operator: "%s"
                          url: "https://north.example"
                        - operator: "%s"
                          url: "https://south.example"
                        """
                                .formatted(NORTH.address(), BOB.address()));
        assertThat(ground.ask("party list -o yaml").out())
                .isEqualTo(
                        """
                        - party: "DE/ALC"
                          roles: ["CPO", "NAP"]
                          address: "%s"
                          operator: "%s"
                          node: "-"
                          admitted: false
                        """
                                .formatted(ALICE.address(), NORTH.address()));

        good(ground.as(ALICE, "party delete"));
        good(ground.as(BOB, "node delete"));
        good(ground.as(NORTH, "node delete"));
    }

    private static void good(Said said) {
        assertThat(said.exit()).as(said.err()).isZero();
    }
}
