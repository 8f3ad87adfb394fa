package network.opencharging.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came back over the socket, whole.
 *
 * @param status of the first line; 0 when there was none
 * @param text head and body
 */
public record WireAnswer(int status, String text) {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final int PATIENCE = 60_000;

    /** What never ends has begun: the rest is not waited for. */
    private static final Pattern ENDLESS =
            Pattern.compile("(?is).*\\r\\ncontent-type: text/event-stream.*\\r\\n\\r\\n.+");

    /** Sends it to this port and reads until the other side has finished. */
    public static WireAnswer to(WireRequest request, int port) throws IOException {
        return to(request, port, InetAddress.getLoopbackAddress());
    }

    /** The same, coming from this address. */
    public static WireAnswer to(WireRequest request, int port, InetAddress from)
            throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            send(socket, request);
            return read(socket.getInputStream());
        }
    }

    /** Who is refused early may find the connection closed while it is still sending. */
    private static void send(Socket socket, WireRequest request) throws IOException {
        try {
            socket.getOutputStream().write(request.bytes());
            if (!request.isWhole()) {
                socket.shutdownOutput();
            }
        } catch (SocketException e) {
            if (socket.isClosed()) {
                throw e;
            }
        }
    }

    private static WireAnswer read(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            byte[] some = new byte[16_384];
            for (int read = in.read(some);
                    read >= 0 && !endless(out, some, read);
                    read = in.read(some)) {
                out.write(some, 0, read);
            }
        } catch (SocketTimeoutException e) {
            // An answer without an end is none.
            return new WireAnswer(0, "");
        } catch (SocketException e) {
            if (out.size() == 0) {
                return new WireAnswer(0, "");
            }
        }
        String text = out.toString(StandardCharsets.UTF_8);
        boolean http = text.startsWith("HTTP/1.1 ") && text.length() > 12;
        return new WireAnswer(http ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }

    /** Whether it has no end; what was read last is kept. */
    private static boolean endless(ByteArrayOutputStream out, byte[] some, int read) {
        if (out.size() + read > some.length) {
            return false;
        }
        String begun =
                out.toString(StandardCharsets.UTF_8)
                        + new String(some, 0, read, StandardCharsets.UTF_8);
        boolean endless = ENDLESS.matcher(begun).matches();
        if (endless) {
            out.write(some, 0, read);
        }
        return endless;
    }

    /** Of the first answer, when what was sent looked like more than one request. */
    String body() {
        int at = text.indexOf("\r\n\r\n");
        String head = at < 0 ? text : text.substring(0, at);
        byte[] body =
                text.substring(at < 0 ? text.length() : at + 4).getBytes(StandardCharsets.UTF_8);
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            int most = Math.min(body.length, Integer.parseInt(length.group(1)));
            return new String(body, 0, most, StandardCharsets.UTF_8);
        }
        String whole = new String(body, StandardCharsets.UTF_8);
        return head.contains("Transfer-Encoding: chunked")
                ? whole.replaceAll("(^|\r\n)[0-9a-fA-F]+\r\n", "").strip()
                : whole;
    }
}
