package network.opencharging.cpo.ocpp.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A station that speaks and never reads, nor answers a ping: a plain socket with frames by hand.
 */
final class DeafStation implements AutoCloseable {
    private static final int SMALL_BUFFER = 4096;
    private final Socket socket = new Socket();

    DeafStation(int port, String station) throws IOException {
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request =
                String.join(
                        "\r\n",
                        "GET /ocpp/%s HTTP/1.1".formatted(station),
                        "Host: localhost",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Protocol: ocpp1.6",
                        "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        readHead(socket.getInputStream());
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no handshake: " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no handshake: " + head);
        }
    }

    /** Says a text; false when nobody takes it any more. */
    boolean says(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x81);
        // Masked with nothing (RFC 6455 §5.3), and always with the longest form of a length.
        frame.write(0x80 | 127);
        frame.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        frame.writeBytes(new byte[4]);
        frame.writeBytes(bytes);
        try {
            OutputStream out = socket.getOutputStream();
            out.write(frame.toByteArray());
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
