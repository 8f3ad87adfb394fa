package network.opencharging.node.config;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** An authority that certifies for tests: servers and clients, good ones and expired ones. */
final class TestAuthority {
    private final X509Bundle root;

    TestAuthority(String name) {
        try {
            root =
                    new CertificateBuilder()
                            .ecp256()
                            .subject("CN=" + name)
                            .setIsCertificateAuthority(true)
                            .buildSelfSigned();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** For a server at this machine, and for a client of that name. */
    X509Bundle certifies(String name) {
        return issued(name, Instant.now().plus(Duration.ofDays(1)));
    }

    /** The same, good until yesterday. */
    X509Bundle oldCertificateOf(String name) {
        return issued(name, Instant.now().minus(Duration.ofDays(1)));
    }

    private X509Bundle issued(String name, Instant until) {
        try {
            return new CertificateBuilder()
                    .ecp256()
                    .subject("CN=" + name)
                    .addSanDnsName(name)
                    .notBefore(until.minus(Duration.ofDays(9)))
                    .notAfter(until)
                    .addExtendedKeyUsageServerAuth()
                    .addExtendedKeyUsageClientAuth()
                    .buildIssuedBy(root);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** TLS that believes this authority and shows no certificate. */
    SSLContext tls() {
        return tls(new KeyManager[0]);
    }

    /** TLS that believes this authority and shows this certificate. */
    SSLContext tls(X509Bundle shown) {
        try {
            return tls(shown.toKeyManagerFactory().getKeyManagers());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private SSLContext tls(KeyManager[] shown) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown, root.toTrustManagerFactory().getTrustManagers(), null);
            return context;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The certificate of this authority in a file. */
    Path file(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("authority-" + root.getCertificate().getSerialNumber() + ".pem"),
                root.getRootCertificatePEM());
    }

    /** Chain and key in two files; those that were there are replaced. */
    static Pair write(X509Bundle certificate, Path folder, String name) throws IOException {
        Path chain = folder.resolve(name + "-chain.pem");
        Path key = folder.resolve(name + "-key.pem");
        Files.writeString(key, certificate.getPrivateKeyPEM());
        Files.writeString(chain, certificate.getCertificatePathPEM());
        return new Pair(chain, key);
    }

    /** A certificate's files. */
    record Pair(Path chain, Path key) {}
}
