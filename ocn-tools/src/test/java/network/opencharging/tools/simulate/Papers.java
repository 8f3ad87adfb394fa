package network.opencharging.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Two authorities, a server's certificate and a station's by the first, and files of them as people
 * have them: PEM. Made for a test by the JDK's own tool.
 */
public final class Papers {
    private static final String SECRET = "changeit";

    private final Path folder;
    private final Path all;

    private Papers(Path folder) {
        this.folder = folder;
        this.all = folder.resolve("all.p12");
    }

    /**
     * Makes them.
     *
     * @param station the common name of the station's certificate
     */
    public static Papers in(Path folder, String station) throws Exception {
        Papers made = new Papers(folder);
        made.keytool("ours", "CN=Our authority", "-ext", "bc:c");
        made.keytool("theirs", "CN=Strangers", "-ext", "bc:c");
        made.keytool("server", "CN=localhost", "-signer", "ours", "-ext", "SAN=dns:localhost");
        made.keytool("station", "CN=" + station, "-signer", "ours");
        made.keytool("other", "CN=other", "-signer", "ours");
        return made;
    }

    private void keytool(String alias, String name, String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-alias",
                                alias,
                                "-keyalg",
                                "EC",
                                "-storetype",
                                "PKCS12",
                                "-dname",
                                name,
                                "-keystore",
                                all.toString(),
                                "-storepass",
                                SECRET));
        command.addAll(List.of(more));
        Process made = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
    }

    private KeyStore all() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(all)) {
            store.load(in, SECRET.toCharArray());
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, SECRET.toCharArray());
        return store;
    }

    /** The server's side: shows its certificate, believes the first authority. */
    public SSLContext server() throws GeneralSecurityException, IOException {
        KeyStore own = empty();
        own.setKeyEntry(
                "server",
                all().getKey("server", SECRET.toCharArray()),
                SECRET.toCharArray(),
                all().getCertificateChain("server"));
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, SECRET.toCharArray());
        KeyStore believed = empty();
        believed.setCertificateEntry("ours", all().getCertificate("ours"));
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    /** A file with a certificate and its chain: {@code ours}, {@code theirs}, {@code station}. */
    public Path certificate(String alias) throws GeneralSecurityException, IOException {
        StringBuilder pem = new StringBuilder();
        for (Certificate one : all().getCertificateChain(alias)) {
            pem.append(pem("CERTIFICATE", one.getEncoded()));
        }
        return Files.writeString(folder.resolve(alias + ".pem"), pem);
    }

    /** A file with the key of a certificate. */
    public Path key(String alias) throws GeneralSecurityException, IOException {
        byte[] key = all().getKey(alias, SECRET.toCharArray()).getEncoded();
        return Files.writeString(folder.resolve(alias + ".key"), pem("PRIVATE KEY", key));
    }

    private static String pem(String what, byte[] der) {
        byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(what, Base64.getMimeEncoder(64, line).encodeToString(der), what);
    }
}
