package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.node.config.RegistrySettings.Source;
import network.opencharging.node.config.RegistrySettings.Subgraph;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.onchain.ChainDirectory;
import network.opencharging.registry.directory.subgraph.SubgraphDirectory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

class RegistrySourcesTest {
    private static final String SOMEWHERE = "0x00000000000000000000000000000000000000a1";
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = {"CHAIN", "CHAIN_FIRST", "CHAIN_SECOND"})
    void aContractOfAnyGenerationIsFollowed(Source source) throws Exception {
        Directory directory = directory(settings(source, SOMEWHERE, ""));
        try (ChainDirectory followed = (ChainDirectory) directory) {
            assertThat(followed.freshness().source()).containsIgnoringCase(SOMEWHERE);
        }
    }

    @Test
    void aSubgraphIsReadWhereNothingElseIsOffered() {
        Directory directory = directory(settings(Source.SUBGRAPH, "", "https://index.example/ocn"));
        try (SubgraphDirectory read = (SubgraphDirectory) directory) {
            assertThat(read.freshness().source())
                    .contains("https://index.example/ocn")
                    .doesNotContain("s3cret");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Source.class,
            names = {"CHAIN", "CHAIN_FIRST", "CHAIN_SECOND"})
    void aContractNeedsAnAddress(Source source) {
        assertThatThrownBy(() -> settings(source, "somewhere", ""))
                .hasMessageContaining("OCN_REGISTRY_CONTRACT");
    }

    @Test
    void aSubgraphNeedsAnAddress() {
        assertThatThrownBy(() -> settings(Source.SUBGRAPH, "", "index.example"))
                .hasMessageContaining("OCN_REGISTRY_SUBGRAPH");
    }

    private static RegistrySettings settings(Source source, String contract, String subgraph) {
        return new RegistrySettings(
                source,
                "",
                "",
                contract,
                new Subgraph(subgraph, "s3cret"),
                SECOND.multipliedBy(60));
    }

    private Directory directory(RegistrySettings settings) {
        ChainSettings chain =
                new ChainSettings(
                        "nowhere",
                        List.of(URI.create("http://127.0.0.1:9")),
                        246,
                        SECOND,
                        3,
                        SECOND,
                        null);
        return new RegistryConfig()
                .directory(settings, chain, new DataFolder(folder), Clock.systemUTC());
    }
}
