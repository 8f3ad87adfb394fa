package network.opencharging.cli.doctor;

import network.opencharging.cli.check.Finding;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What a server shows whose TLS is not trusted, looked at to say why. Nothing is asked of it and
 * nothing is told to it on this connection.
 *
 * @param node whose address
 * @param certificate its own, where it showed one
 */
record Presented(URI node, Optional<X509Certificate> certificate) {
    private static final int USUAL_PORT = 443;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    static Presented by(URI node) {
        Recorder recorder = new Recorder();
        int port = node.getPort() < 0 ? USUAL_PORT : node.getPort();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(node.getHost(), port), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {recorder}, null);
            try (SSLSocket tls =
                    (SSLSocket)
                            context.getSocketFactory()
                                    .createSocket(plain, node.getHost(), port, true)) {
                tls.startHandshake();
            }
        } catch (IOException e) {
            // It may have shown its certificate before it gave up.
            return new Presented(node, recorder.shown);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
        return new Presented(node, recorder.shown);
    }

    /** Why it is not trusted, each reason with its cure. */
    Finding finding(Clock clock, SSLException refusal) {
        if (certificate.isEmpty()) {
            return Finding.bad(
                    "TLS",
                    "there is none at this port (%s)".formatted(refusal.getMessage()),
                    "let the port speak TLS, or put a proxy that does before it");
        }
        List<String> details = new ArrayList<>();
        List<String> cures = new ArrayList<>();
        dates(certificate.get(), clock.instant(), details, cures);
        names(certificate.get(), details, cures);
        issuer(certificate.get(), details, cures);
        return Finding.bad("TLS", String.join(", ", details), String.join("; ", cures));
    }

    private static void dates(
            X509Certificate shown, Instant now, List<String> details, List<String> cures) {
        Instant from = shown.getNotBefore().toInstant();
        Instant until = shown.getNotAfter().toInstant();
        if (now.isAfter(until)) {
            details.add("the certificate has expired on " + day(until));
            cures.add("renew it, and have the server read it again");
        } else if (now.isBefore(from)) {
            details.add("the certificate counts only from " + day(from));
            cures.add("set the clocks of both machines, or wait");
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private void names(X509Certificate shown, List<String> details, List<String> cures) {
        List<String> names = namesOf(shown);
        if (names.stream().noneMatch(this::isOurs)) {
            details.add(
                    "the certificate is for %s, not for %s"
                            .formatted(names.isEmpty() ? "nobody" : names, node.getHost()));
            cures.add(
                    "get one for %s, or list the node under a name it is for"
                            .formatted(node.getHost()));
        }
    }

    private static void issuer(X509Certificate shown, List<String> details, List<String> cures) {
        if (shown.getIssuerX500Principal().equals(shown.getSubjectX500Principal())) {
            details.add("the certificate is signed by itself");
            cures.add("get one from an authority that everybody knows, such as Let's Encrypt");
        } else if (details.isEmpty()) {
            details.add("its issuer '%s' is not known".formatted(shown.getIssuerX500Principal()));
            cures.add("serve the whole chain: the certificate with those between it and a root");
        }
    }

    private static List<String> namesOf(X509Certificate shown) {
        try {
            Collection<List<?>> all = shown.getSubjectAlternativeNames();
            return all == null
                    ? List.of()
                    : all.stream()
                            .filter(name ->
                                    name.getFirst().equals(DNS_NAME)
                                            || name.getFirst().equals(IP_ADDRESS))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException e) {
            // Names that cannot be read are names of nobody.
            return List.of();
        }
    }

    private boolean isOurs(String name) {
        String host = String.valueOf(node.getHost()).toLowerCase(Locale.ROOT);
        String said = name.toLowerCase(Locale.ROOT);
        int dot = host.indexOf('.');
        return said.equals(host)
                || (said.startsWith("*.")
                        && dot > 0
                        && said.substring(1).equals(host.substring(dot)));
    }

    /** Takes everything, so that it can be looked at; what it has taken is never spoken to. */
    private static final class Recorder extends X509ExtendedTrustManager {
        private Optional<X509Certificate> shown = Optional.empty();

        private void record(X509Certificate... chain) {
            shown = chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            record(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
            record(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            record(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
            record(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
            record(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            record(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
