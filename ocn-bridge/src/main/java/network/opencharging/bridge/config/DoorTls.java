package network.opencharging.bridge.config;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import java.nio.file.Path;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/** TLS of the door to the hub, from files in PEM. */
final class DoorTls {
    private DoorTls() {}

    /**
     * How the door speaks; empty when it speaks plainly.
     *
     * @throws UnusableSetting when the files are not a certificate and its key
     */
    static Optional<SSLContext> of(DoorSettings.Tls settings) {
        if (settings.certificate().isBlank()) {
            return Optional.empty();
        }
        String certificate = pem(settings.certificate(), "CERTIFICATE");
        String key = pem(settings.key(), "KEY");
        try {
            return Optional.of(
                    SslBundle.of(
                                    new PemSslStoreBundle(
                                            PemSslStoreDetails.forCertificate(certificate)
                                                    .withPrivateKey(key),
                                            null))
                            .createSslContext());
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new UnusableSetting(
                    ("%s and %s (ocn.bridge.door.tls, OCN_BRIDGE_TLS_CERTIFICATE and"
                         + " OCN_BRIDGE_TLS_KEY) are not a certificate and its private key")
                            .formatted(settings.certificate(), settings.key()),
                    e);
        }
    }

    private static String pem(String file, String what) {
        String text = Folder.text(Path.of(file));
        if (!text.matches("(?s).*-----BEGIN [A-Z ]*%s-----.*".formatted(what))) {
            throw new UnusableSetting(
                    ("The file %s (ocn.bridge.door.tls, OCN_BRIDGE_TLS_CERTIFICATE or"
                                    + " OCN_BRIDGE_TLS_KEY) must be PEM and hold a %s")
                            .formatted(file, what));
        }
        return text;
    }
}
