package network.opencharging.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cli.Tls;
import network.opencharging.cli.check.Finding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

class NodeChecksTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void aCertificateThatIsTrustedAndForThisNameIsGood() throws Exception {
        try (Tls node = Tls.serving(folder, "dns:localhost", "-1d", 30)) {
            NodeChecks checks =
                    new NodeChecks(
                            URI.create(node.url("localhost")),
                            Optional.empty(),
                            Clock.systemUTC(),
                            node.believer());

            assertThat(checks.all())
                    .contains(Finding.good("TLS", "the certificate is trusted"))
                    .allMatch(Finding::good);
        }
    }
}
