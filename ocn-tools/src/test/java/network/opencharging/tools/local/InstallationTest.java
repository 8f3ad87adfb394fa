package network.opencharging.tools.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.tools.terminal.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class InstallationTest {
    @TempDir Path home;

    @Test
    void withoutAnvilAndNpmItSaysBothAndThatItGoesWithout() {
        Installation bare = Installation.at(home, Map.of("PATH", ""));

        assertThatThrownBy(bare::anvil)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("anvil")
                .hasMessageContaining("Node.js")
                .hasMessageContaining("--chain none");
    }

    @Test
    void whereNpmIsItIsNotAskedFor() throws IOException {
        Path npm = Files.createFile(home.resolve("npm"));
        assertThat(npm.toFile().setExecutable(true)).isTrue();
        Installation withNpm = Installation.at(home, Map.of("PATH", home.toString()));

        assertThatThrownBy(withNpm::anvil)
                .hasMessageContaining("npm ci")
                .hasMessageNotContaining("Node.js");
    }

    @Test
    void aNodeThatIsNotBuiltIsAskedFor() {
        assertThatThrownBy(() -> Installation.at(home, Map.of()).node())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("mvn -DskipTests package");
    }

    @Test
    void theNodesProgramComesWithTheCacheOfItsClassesWhereThatIsThere() throws IOException {
        Path app = Files.createDirectories(home.resolve("ocn-node/target/app"));
        Path jar = Files.createFile(app.resolve("ocn-node.jar"));
        NodePlan.Program program = Installation.at(home, Map.of()).node();

        assertThat(program.jar()).isEqualTo(jar);
        assertThat(program.cache()).isEmpty();

        Path cache = Files.createFile(app.resolve("ocn-node.aot"));
        assertThat(program.cache()).containsExactly("-XX:AOTCache=" + cache);
    }

    @Test
    void aJavaThatIsGoneIsToldWithItsPlace() {
        assertThatThrownBy(() -> new Installation(home, home.resolve("jdk"), Map.of()).node())
                .isInstanceOf(Failure.class)
                .hasMessageContaining("jdk/bin/java")
                .hasMessageContaining("JDK 25");
    }
}
