package network.opencharging.tools.simulate.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** TLS by files as people have them: PEM. */
public final class TlsFiles {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private TlsFiles() {}

    /**
     * A certificate with its key.
     *
     * @param chain PEM, the own certificate first
     * @param key PEM of PKCS#8
     */
    public record Own(String chain, String key) {
        /** Never with the key. */
        @Override
        public String toString() {
            return "a certificate";
        }
    }

    /**
     * TLS that trusts these authorities alone and comes with that certificate.
     *
     * @param authorities PEM; empty: those that Java trusts
     * @throws IOException saying what cannot be used
     */
    public static SSLContext of(Optional<String> authorities, Optional<Own> own)
            throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.isEmpty() ? null : keys(own.get()),
                    authorities.isEmpty() ? null : trust(authorities.get()),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate or key can be read: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] trust(String pem) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        int number = 0;
        for (Certificate certificate : certificates(pem)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(Own own) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        char[] none = new char[0];
        store.setKeyEntry(
                "station",
                privateKey(own.key()),
                none,
                certificates(own.chain()).toArray(Certificate[]::new));
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, none);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(String pem)
            throws GeneralSecurityException, IOException {
        try (InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))) {
            List<Certificate> all =
                    new ArrayList<>(
                            CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (all.isEmpty()) {
                throw new IOException("there is no certificate in PEM");
            }
            return all;
        }
    }

    private static PrivateKey privateKey(String pem) throws GeneralSecurityException, IOException {
        Matcher matcher = KEY.matcher(pem);
        if (!matcher.find()) {
            throw new IOException(
                    "the key must be PEM with BEGIN PRIVATE KEY (openssl pkcs8 -topk8 -nocrypt)");
        }
        byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                // It is of another kind.
            }
        }
        throw new IOException("the key is of no kind that TLS uses here: EC, RSA, EdDSA");
    }
}
