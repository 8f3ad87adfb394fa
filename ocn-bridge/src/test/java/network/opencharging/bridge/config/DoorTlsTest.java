package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.bridge.http.FakeHub;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The door to the hub speaks TLS with the files that the settings name. */
class DoorTlsTest {
    private static final String SECRET = "changeit";

    @TempDir private Path folder = Path.of("");

    @Test
    void whoComesByTlsIsAnsweredAndWhoComesPlainlyIsNot() throws Exception {
        KeyStore keys = keys();
        try (FakeHub hub = new FakeHub();
                RunningServer server =
                        new RunningServer(
                                hub,
                                folder,
                                "--ocn.bridge.door.tls.certificate=" + certificate(keys),
                                "--ocn.bridge.door.tls.key=" + key(keys));
                HttpClient client = HttpClient.newBuilder().sslContext(believing(keys)).build()) {
            URI versions = URI.create(server.door() + "/ocpi/versions");

            assertThat(versions).hasScheme("https");
            assertThat(asked(client, versions)).startsWith("401").contains("credentials token");
            assertThatThrownBy(() ->
                            asked(
                                    client,
                                    URI.create(versions.toString().replace("https:", "http:"))))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void filesThatAreNoCertificateAndKeyAreNamed() throws Exception {
        KeyStore keys = keys();
        Path rubbish = Files.writeString(folder.resolve("rubbish.pem"), "-----BEGIN KEY-----\nx");

        assertThatThrownBy(() ->
                        DoorTls.of(new DoorSettings.Tls(key(keys).toString(), key(keys) + "")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("OCN_BRIDGE_TLS_CERTIFICATE")
                .hasMessageContaining("hold a CERTIFICATE");
        assertThatThrownBy(() ->
                        DoorTls.of(
                                new DoorSettings.Tls(
                                        certificate(keys).toString(), rubbish.toString())))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("OCN_BRIDGE_TLS_KEY");
        assertThat(DoorTls.of(DoorSettings.Tls.NONE)).isEmpty();
    }

    private static String asked(HttpClient client, URI url)
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private KeyStore keys() throws Exception {
        Path store = folder.resolve("door.p12");
        Process made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-alias",
                                "door",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                SECRET)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET.toCharArray());
        }
        return keys;
    }

    private Path certificate(KeyStore keys) throws Exception {
        return pem("CERTIFICATE", keys.getCertificate("door").getEncoded());
    }

    private Path key(KeyStore keys) throws Exception {
        return pem("PRIVATE KEY", keys.getKey("door", SECRET.toCharArray()).getEncoded());
    }

    private Path pem(String what, byte[] content) throws IOException {
        return Files.write(
                folder.resolve(what.replace(' ', '-') + ".pem"),
                List.of(
                        "-----BEGIN %s-----".formatted(what),
                        Base64.getMimeEncoder().encodeToString(content),
                        "-----END %s-----".formatted(what)));
    }

    private static SSLContext believing(KeyStore keys) throws Exception {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("door", keys.getCertificate("door"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
