package network.opencharging.tools.simulate.line;

import network.opencharging.tools.simulate.line.UnusableFile.Which;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
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
    private static final byte[] PROBE = "is it the key?".getBytes(StandardCharsets.US_ASCII);

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
     * @throws UnusableFile saying what cannot be used
     */
    public static SSLContext of(Optional<String> authorities, Optional<Own> own)
            throws UnusableFile {
        TrustManager[] trust = authorities.isEmpty() ? null : trust(authorities.get());
        KeyManager[] keys = own.isEmpty() ? null : keys(own.get());
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private static TrustManager[] trust(String pem) throws UnusableFile {
        List<Certificate> believed = certificates(pem, Which.AUTHORITIES);
        try {
            KeyStore store = empty();
            int number = 0;
            for (Certificate certificate : believed) {
                store.setCertificateEntry("ca" + number++, certificate);
            }
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableFile(Which.AUTHORITIES, "cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] keys(Own own) throws UnusableFile {
        List<Certificate> chain = certificates(own.chain(), Which.CERTIFICATE);
        PrivateKey key = privateKey(own.key());
        if (!belong(chain.getFirst(), key)) {
            throw new UnusableFile(Which.KEY, "is not the key of the certificate");
        }
        try {
            KeyStore store = empty();
            char[] none = new char[0];
            store.setKeyEntry("station", key, none, chain.toArray(Certificate[]::new));
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, none);
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new UnusableFile(Which.CERTIFICATE, "cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static List<Certificate> certificates(String pem, Which which) throws UnusableFile {
        try {
            byte[] bytes = pem.getBytes(StandardCharsets.US_ASCII);
            List<Certificate> all =
                    new ArrayList<>(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificates(new ByteArrayInputStream(bytes)));
            if (all.isEmpty()) {
                throw new UnusableFile(which, "has no certificate in PEM");
            }
            return all;
        } catch (CertificateException e) {
            throw new UnusableFile(which, "has no certificate in PEM that can be read", e);
        }
    }

    private static PrivateKey privateKey(String pem) throws UnusableFile {
        Matcher matcher = KEY.matcher(pem);
        if (!matcher.find()) {
            throw new UnusableFile(
                    Which.KEY,
                    "must be PEM with BEGIN PRIVATE KEY (openssl pkcs8 -topk8 -nocrypt)");
        }
        byte[] der = decoded(matcher.group(1));
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (InvalidKeySpecException e) {
                // It is of another kind.
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java knows no keys of " + algorithm, e);
            }
        }
        throw new UnusableFile(Which.KEY, "is of no kind that TLS uses here: EC, RSA, EdDSA");
    }

    private static byte[] decoded(String base64) throws UnusableFile {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnusableFile(Which.KEY, "is cut off or changed: its Base64 is broken", e);
        }
    }

    /** Otherwise the server would refuse it, in words that help nobody. */
    private static boolean belong(Certificate certificate, PrivateKey key) throws UnusableFile {
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> "EdDSA";
                };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new UnusableFile(Which.KEY, "cannot be used: " + e.getMessage(), e);
        }
    }
}
