package network.opencharging.tools.proxy.pass;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Where a way leads.
 *
 * @param url scheme, host and port; a path is not looked at
 * @param tls makes connections of https, and knows whom it trusts
 */
public record Target(URI url, SSLSocketFactory tls) {
    private static final int CONNECT_MILLIS = 10_000;

    /** Takes addresses of HTTP and HTTPS only. */
    public Target {
        if (url.getHost() == null
                || !String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).matches("https?")) {
            throw new IllegalArgumentException("an address of http or https is wanted: " + url);
        }
    }

    /** One whose certificates are checked as browsers do. */
    public Target(URI url) {
        this(url, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private boolean isSecure() {
        return url.getScheme().equalsIgnoreCase("https");
    }

    private int port() {
        return url.getPort() > 0 ? url.getPort() : isSecure() ? 443 : 80;
    }

    /** Scheme, host and port, as they begin every address there. */
    public String base() {
        return url.getScheme() + "://" + host();
    }

    /** The value of the header Host. */
    String host() {
        return url.getPort() > 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
    }

    /**
     * A connection; a certificate must be trusted, and be for this host.
     *
     * @param patienceMillis how long each read may take
     * @throws IOException when nobody listens there
     */
    Socket connect(int patienceMillis) throws IOException {
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(url.getHost(), port()), CONNECT_MILLIS);
            plain.setSoTimeout(patienceMillis);
            plain.setTcpNoDelay(true);
            return isSecure() ? secured(plain) : plain;
        } catch (SSLException e) {
            plain.close();
            throw new IOException("no TLS with %s (%s)".formatted(base(), e.getMessage()), e);
        } catch (IOException e) {
            plain.close();
            throw new IOException("nobody listens at %s (%s)".formatted(base(), e.getMessage()), e);
        }
    }

    private Socket secured(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, url.getHost(), port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
