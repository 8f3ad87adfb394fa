package network.opencharging.cpo.ocpp.door;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import javax.net.ssl.SSLContext;

/** Security profiles 2 and 3 over real TLS, with certificates of one authority. */
class StationTlsTest {
    private static final Optional<String> PASSWORD = Optional.of("correct horse battery");
    @TempDir private static Path folder = Path.of("");
    private static Certificates certificates;
    private static CpoUnderTest cpo;

    @BeforeAll
    static void start() throws Exception {
        certificates =
                Certificates.in(folder)
                        .with("own", "TLS-3", "ours")
                        .with("other", "TLS-OTHER", "ours")
                        .with("expired", "TLS-3", "ours", "-startdate", "-10d", "-validity", "2")
                        .with("strange", "TLS-3", "theirs");
        cpo =
                CpoUnderTest.start(
                        folder.resolve("data"),
                        "--server.ssl.key-store=" + certificates.key("server"),
                        "--server.ssl.key-store-password=" + Certificates.SECRET,
                        "--server.ssl.trust-store=" + certificates.belief(),
                        "--server.ssl.trust-store-password=" + Certificates.SECRET,
                        "--server.ssl.client-auth=want");
    }

    @AfterAll
    static void stop() {
        cpo.close();
    }

    /** What HTTP says; 0 when TLS already ended it. */
    private static int status(SSLContext tls, String station, Optional<String> password) {
        try (RawStation connected =
                RawStation.secure(tls, cpo.port(), station, password, "ocpp2.0.1")) {
            assertThat(connected.asks("Heartbeat", "{}").path("currentTime").asString())
                    .endsWith("Z");
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : 0;
        }
    }

    private static void knows(String station, int profile, Optional<String> password) {
        cpo.knowsWorking(station);
        cpo.knows(station, profile, password);
    }

    @Test
    void profile2IsAPasswordOverTls() throws Exception {
        knows("TLS-2", 2, PASSWORD);
        SSLContext tls = certificates.showingNothing();
        assertThat(status(tls, "TLS-2", PASSWORD)).isEqualTo(101);
        assertThat(status(tls, "TLS-2", Optional.of("wrong"))).isEqualTo(401);
        assertThat(status(tls, "TLS-2", Optional.empty())).isEqualTo(401);
        assertThat(status(certificates.showing("own"), "TLS-2", Optional.empty()))
                .as("a certificate is no password")
                .isEqualTo(401);
    }

    @Test
    void profile3IsACertificateOfTheStationsName() throws Exception {
        knows("TLS-3", 3, Optional.empty());
        assertThat(status(certificates.showing("own"), "TLS-3", Optional.empty())).isEqualTo(101);
        assertThat(status(certificates.showingNothing(), "TLS-3", Optional.empty()))
                .as("without any")
                .isEqualTo(401);
        assertThat(status(certificates.showingNothing(), "TLS-3", PASSWORD))
                .as("a password is no certificate")
                .isEqualTo(401);
        assertThat(status(certificates.showing("other"), "TLS-3", Optional.empty()))
                .as("another station's")
                .isEqualTo(401);
    }

    @Test
    void certificatesThatAreOverOrByOthersEndTls() throws Exception {
        knows("TLS-3", 3, Optional.empty());
        assertThat(status(certificates.showing("expired"), "TLS-3", Optional.empty())).isZero();
        assertThat(status(certificates.showing("strange"), "TLS-3", Optional.empty())).isZero();
    }

    /** The operator's port has its own address, on this machine only, and no TLS. */
    @Test
    void whoDoesNotSpeakTlsIsNotHeard() {
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> RawStation.connect(cpo, "TLS-2", PASSWORD, "ocpp2.0.1")))
                .isInstanceOf(CompletionException.class);
        cpo.knows("TLS-2", 2, PASSWORD);
    }
}
