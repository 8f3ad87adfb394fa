package network.opencharging.node.config;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;

import network.opencharging.node.operate.StartRefused;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.web.server.Ssl;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What TLS is spoken with, made of one of the framework's bundles, and made anew when its files
 * change: connections that stand go on as they are, new ones get the new certificates.
 */
final class BundleTls implements Supplier<SslContext> {
    private static final Logger LOG = LoggerFactory.getLogger(BundleTls.class);

    private final String name;
    private final Making making;
    private final AtomicReference<SslContext> current;

    /** Makes a context of a bundle. */
    private interface Making {
        SslContext of(SslBundle bundle) throws IOException, GeneralSecurityException;
    }

    private BundleTls(String name, SslBundle bundle, Making making) {
        this.name = name;
        this.making = making;
        try {
            this.current = new AtomicReference<>(making.of(bundle));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new StartRefused("TLS of %s cannot be used: %s".formatted(name, e), e);
        }
    }

    /**
     * For the node's own port.
     *
     * @param bundles where a bundle that is named is found again when it changes
     * @param ssl the settings {@code server.ssl}
     * @param bundle what they lead to
     */
    static Supplier<SslContext> ofTheDoor(@Nullable SslBundles bundles, Ssl ssl, SslBundle bundle) {
        ClientAuth auth = clientAuth(ssl);
        @Nullable String named = ssl.getBundle();
        if (auth != ClientAuth.NONE && bundle.getStores().getTrustStore() == null) {
            throw new StartRefused(
                    "server.ssl.client-auth asks visitors for certificates, but no authority is"
                            + " named whose certificates count: add a trust store, for example"
                            + " spring.ssl.bundle.pem.<name>.truststore.certificate.");
        }
        BundleTls tls =
                new BundleTls(named == null ? "server.ssl" : named, bundle, it -> server(it, auth));
        if (named != null && bundles != null) {
            bundles.addBundleUpdateHandler(named, tls::renew);
        }
        return tls;
    }

    /**
     * For calls to others.
     *
     * @param name of the bundle
     * @param publicAuthorities whether those whom Java believes are believed beside the bundle's
     */
    static Supplier<SslContext> ofCalls(
            SslBundles bundles, String name, boolean publicAuthorities) {
        BundleTls tls =
                new BundleTls(name, bundles.getBundle(name), it -> client(it, publicAuthorities));
        bundles.addBundleUpdateHandler(name, tls::renew);
        return tls;
    }

    @Override
    public SslContext get() {
        return current.get();
    }

    /** What cannot be used changes nothing: better an old certificate than none. */
    private void renew(SslBundle bundle) {
        try {
            current.set(making.of(bundle));
            LOG.info("the certificates of {} were read again", name);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.error("the changed certificates of {} cannot be used, the old ones stay", name, e);
        }
    }

    private static SslContext server(SslBundle bundle, ClientAuth auth) throws IOException {
        return options(
                        SslContextBuilder.forServer(bundle.getManagers().getKeyManagerFactory())
                                .trustManager(bundle.getManagers().getTrustManagerFactory())
                                .clientAuth(auth),
                        bundle.getOptions())
                .build();
    }

    private static SslContext client(SslBundle bundle, boolean publicAuthorities)
            throws IOException, GeneralSecurityException {
        SslContextBuilder context =
                SslContextBuilder.forClient()
                        .trustManager(
                                Authorities.of(
                                        bundle.getStores().getTrustStore(), publicAuthorities));
        if (bundle.getStores().getKeyStore() != null) {
            context.keyManager(bundle.getManagers().getKeyManagerFactory());
        }
        return options(context, bundle.getOptions()).build();
    }

    private static SslContextBuilder options(SslContextBuilder context, SslOptions options) {
        String @Nullable [] ciphers = options.getCiphers();
        String @Nullable [] protocols = options.getEnabledProtocols();
        context.sslProvider(SslProvider.JDK);
        if (ciphers != null) {
            context.ciphers(java.util.List.of(ciphers));
        }
        return protocols == null ? context : context.protocols(protocols);
    }

    private static ClientAuth clientAuth(Ssl ssl) {
        Ssl.@Nullable ClientAuth auth = ssl.getClientAuth();
        return auth == null
                ? ClientAuth.NONE
                : switch (auth) {
                    case NONE -> ClientAuth.NONE;
                    case WANT -> ClientAuth.OPTIONAL;
                    case NEED -> ClientAuth.REQUIRE;
                };
    }
}
