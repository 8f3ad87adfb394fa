package network.opencharging.cpo.ocpp.door;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** An authority and certificates by it, made for a test by the JDK's own tool. */
final class Certificates {
    static final String SECRET = "changeit";

    private final Path folder;
    private final Path all;

    private Certificates(Path folder) {
        this.folder = folder;
        this.all = folder.resolve("all.p12");
    }

    /** With an authority of ours, another of strangers, and our server. */
    static Certificates in(Path folder) throws Exception {
        Certificates made = new Certificates(folder);
        made.keytool("ours", "CN=Our authority", "-ext", "bc:c");
        made.keytool("theirs", "CN=Strangers", "-ext", "bc:c");
        made.keytool(
                "server",
                "CN=localhost",
                "-signer",
                "ours",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1");
        return made;
    }

    /** A certificate of that common name by that authority; more flags of keytool. */
    Certificates with(String alias, String name, String authority, String... more)
            throws Exception {
        List<String> flags = new ArrayList<>(List.of("-signer", authority));
        flags.addAll(List.of(more));
        keytool(alias, "CN=" + name, flags.toArray(String[]::new));
        return this;
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
        if (made.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private KeyStore all() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(all)) {
            store.load(file, SECRET.toCharArray());
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, SECRET.toCharArray());
        return store;
    }

    /** A file with that key and nothing else. */
    Path key(String alias) throws Exception {
        return file(alias + "-key.p12", key(all(), alias));
    }

    private static KeyStore key(KeyStore all, String alias)
            throws GeneralSecurityException, IOException {
        KeyStore one = empty();
        one.setKeyEntry(
                alias,
                all.getKey(alias, SECRET.toCharArray()),
                SECRET.toCharArray(),
                all.getCertificateChain(alias));
        return one;
    }

    /** A file by which our authority is believed. */
    Path belief() throws Exception {
        return file("belief.p12", belief(all()));
    }

    private static KeyStore belief(KeyStore all) throws GeneralSecurityException, IOException {
        KeyStore one = empty();
        one.setCertificateEntry("ours", all.getCertificate("ours"));
        return one;
    }

    private Path file(String name, KeyStore store) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, SECRET.toCharArray());
        }
        return file;
    }

    /** A client that believes our authority and shows that certificate. */
    SSLContext showing(String alias) throws Exception {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key(all(), alias), SECRET.toCharArray());
        return context(keys, alias);
    }

    /** A client that believes our authority and shows nothing. */
    SSLContext showingNothing() throws Exception {
        return context(null, "");
    }

    private SSLContext context(@Nullable KeyManagerFactory keys, String alias) throws Exception {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(belief(all()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                keys == null
                        ? new KeyManager[0]
                        : new KeyManager[] {
                            new Stubborn((X509ExtendedKeyManager) keys.getKeyManagers()[0], alias)
                        },
                trust.getTrustManagers(),
                null);
        return context;
    }

    /** Shows its certificate, whomever the server believes. */
    private static final class Stubborn extends X509ExtendedKeyManager {
        private final X509ExtendedKeyManager keys;
        private final String alias;

        Stubborn(X509ExtendedKeyManager keys, String alias) {
            this.keys = keys;
            this.alias = alias;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal[] issuers, SSLEngine engine) {
            return alias;
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return alias;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {alias};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String which) {
            return keys.getCertificateChain(which);
        }

        @Override
        public PrivateKey getPrivateKey(String which) {
            return keys.getPrivateKey(which);
        }
    }
}
