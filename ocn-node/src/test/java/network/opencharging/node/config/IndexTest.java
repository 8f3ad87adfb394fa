package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.subgraph.SubgraphDirectory;
import network.opencharging.registry.directory.subgraph.SubgraphEndpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A whole node as the index of others. */
class IndexTest {
    private static final PartyId ALC = new PartyId("DE", "ALC");

    @TempDir private Path folder = Path.of("");

    @Test
    void ourOwnReaderOfSubgraphsReadsTheSameFromItAsItKnows() {
        try (RunningNode node = RunningNode.start(folder, ALC);
                SubgraphDirectory read =
                        new SubgraphDirectory(
                                new SubgraphEndpoint(
                                        URI.create(node.url() + "/ocn/registry/graphql"),
                                        Optional.of("any"),
                                        Duration.ofSeconds(30)),
                                Clock.systemUTC())) {
            read.read();

            assertThat(read.freshness().trouble()).isEmpty();
            assertThat(read.snapshot().parties()).isNotEmpty();
            assertThat(read.snapshot()).isEqualTo(node.bean(Directory.class).snapshot());
        }
    }

    @Test
    void aLargeBodyIsNotReadToItsEnd() {
        try (RunningNode node = RunningNode.start(folder, ALC)) {
            assertThat(
                            node.callWith(
                                            "POST",
                                            "/ocn/registry/graphql",
                                            Map.of("Content-Type", "application/json"),
                                            " ".repeat(3 << 20))
                                    .http())
                    .isEqualTo(413);
            assertThat(node.callWith("GET", "/.well-known/ocn-domain-claim", Map.of(), "").http())
                    .as("nothing is claimed")
                    .isEqualTo(404);
        }
    }

    @Test
    void aClaimOfThisNodeIsServedAndNoOther() throws Exception {
        Operator self =
                new Operator(
                        PrivateKey.parse("b2".repeat(32)).orElseThrow().address(),
                        URI.create("https://north.example"));
        Path file = folder.resolve("claim.json");
        String claim =
                "{\"operator\": \"%s\", \"domain\": \"https://north.example\", \"signature\": \"0x00\"}"
                        .formatted(self.address());
        DomainClaimSettings settings = new DomainClaimSettings(file.toString());

        Files.writeString(file, claim);
        assertThat(settings.claim(self)).isPresent();
        Files.writeString(file, claim.replace("north", "south"));
        assertThatThrownBy(() -> settings.claim(self)).hasMessageContaining("OCN_DOMAIN_CLAIM");
        Files.delete(file);
        assertThatThrownBy(() -> settings.claim(self)).hasMessageContaining("cannot be read");
        assertThat(new DomainClaimSettings("").claim(self)).isEmpty();
    }
}
