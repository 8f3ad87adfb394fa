package network.opencharging.cli;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server on this machine that speaks TLS with a certificate made for the test by the JDK. */
public final class Tls implements AutoCloseable {
    private static final String SECRET = "changeit";

    private final HttpsServer server;
    private final SSLContext believer;

    private Tls(HttpsServer server, SSLContext believer) {
        this.server = server;
        this.believer = believer;
    }

    /**
     * Starts it.
     *
     * @param name whom the certificate is for, such as {@code dns:localhost}
     * @param days from which day, counted from today, and how many
     */
    public static Tls serving(Path folder, String name, String from, int days) throws Exception {
        KeyStore keys = made(folder, name, from, days);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(speaking(keys)));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(401, -1);
                    exchange.close();
                });
        server.start();
        return new Tls(server, believing(keys));
    }

    private static KeyStore made(Path folder, String name, String from, int days) throws Exception {
        Path store = folder.resolve("tls-" + name.replace(':', '-') + from + days + ".p12");
        Files.deleteIfExists(store);
        List<String> keytool =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "tls",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=" + name,
                        "-startdate",
                        from,
                        "-validity",
                        Integer.toString(days),
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET);
        Process made = new ProcessBuilder(keytool).redirectErrorStream(true).start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET.toCharArray());
        }
        return keys;
    }

    private static SSLContext speaking(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static SSLContext believing(KeyStore keys) throws Exception {
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("tls", keys.getCertificate("tls"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Its address under this name. */
    public String url(String host) {
        return "https://%s:%d".formatted(host, server.getAddress().getPort());
    }

    /** Somebody who trusts its certificate. */
    public SSLContext believer() {
        return believer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
