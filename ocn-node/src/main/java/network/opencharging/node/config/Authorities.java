package network.opencharging.node.config;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed. */
final class Authorities {
    private Authorities() {}

    /**
     * Those of a store, of Java, or of both.
     *
     * @param own null means those of Java
     * @param publicToo whether those of Java count beside the store's
     */
    static TrustManagerFactory of(@Nullable KeyStore own, boolean publicToo)
            throws IOException, GeneralSecurityException {
        if (own == null) {
            return factory(null);
        }
        return factory(publicToo ? both(own) : own);
    }

    private static KeyStore both(KeyStore own) throws IOException, GeneralSecurityException {
        KeyStore both = KeyStore.getInstance(KeyStore.getDefaultType());
        both.load(null, null);
        int number = 0;
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager it) {
                for (X509Certificate authority : it.getAcceptedIssuers()) {
                    both.setCertificateEntry("public-" + number++, authority);
                }
            }
        }
        for (String alias : Collections.list(own.aliases())) {
            both.setCertificateEntry("own-" + alias, own.getCertificate(alias));
        }
        return both;
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
