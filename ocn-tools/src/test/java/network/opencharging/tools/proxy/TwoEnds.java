package network.opencharging.tools.proxy;

import network.opencharging.tools.proxy.pass.Passage;
import network.opencharging.tools.proxy.pass.Passed;
import network.opencharging.tools.proxy.pass.Rewriting;
import network.opencharging.tools.proxy.pass.Tap;
import network.opencharging.tools.proxy.pass.Target;
import network.opencharging.tools.proxy.pass.Way;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy between two ends that say what a test wants, byte for byte. */
final class TwoEnds implements Tap, AutoCloseable {
    static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private Runnable opened = () -> {};

    /** What has passed. */
    List<Passed> passed() {
        return passed;
    }

    /** What could not be passed on. */
    List<String> broken() {
        return broken;
    }

    @Override
    public void passed(Passed exchange) {
        passed.add(exchange);
    }

    @Override
    public void broken(String what) {
        broken.add(what);
    }

    @Override
    public void close() {
        opened.run();
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Answers whatever came, and hangs up: a changed request may have no end. */
    static CompletableFuture<String> answeringAtOnce(ServerSocket server, String answer) {
        return serving(
                server,
                socket -> {
                    socket.getInputStream().read();
                    write(socket, answer);
                    return "";
                });
    }

    /** What the end that is asked does with its connection. */
    interface Serving {
        String to(Socket socket) throws IOException;
    }

    static CompletableFuture<String> serving(ServerSocket server, Serving serving) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                return serving.to(socket);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    static String read(Socket socket, int bytes) throws IOException {
        return latin(socket.getInputStream().readNBytes(bytes));
    }

    static String rest(Socket socket) throws IOException {
        return latin(socket.getInputStream().readAllBytes());
    }

    static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append(read(socket, 1));
        }
        return head.toString();
    }

    /** What came to one end and what came back to the other. */
    record Seen(String there, String back, String host) {}

    Seen send(String request, String answer, Rewriting rewriting) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
            CompletableFuture<String> there = answering(server, answer);
            Passage passage = open(server.getLocalPort(), rewriting);
            String back = talk(passage, request);
            return new Seen(there.get(), back, "127.0.0.1:" + server.getLocalPort());
        }
    }

    Passage open(int port, Rewriting rewriting) throws IOException {
        return open(new Target(URI.create("http://127.0.0.1:" + port)), rewriting);
    }

    Passage open(Target target, Rewriting rewriting) throws IOException {
        Passage passage = Passage.open(HERE, 0, this);
        opened = passage::close;
        passage.begin(new Way(target, rewriting, Duration.ofSeconds(30), this, Clock.systemUTC()));
        return passage;
    }

    static String talk(Passage passage, String request) throws IOException {
        try (Socket client =
                new Socket(InetAddress.getLoopbackAddress(), passage.url().getPort())) {
            client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            client.shutdownOutput();
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** Reads a whole request, answers with these bytes and hangs up. */
    static CompletableFuture<String> answering(ServerSocket server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                String request = request(socket.getInputStream());
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                return request;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static String request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int body = -1;
        while (body < 0 || bytes.toString(StandardCharsets.ISO_8859_1).length() < body) {
            bytes.write(in.read());
            String text = bytes.toString(StandardCharsets.ISO_8859_1);
            if (body < 0 && text.endsWith("\r\n\r\n")) {
                boolean post = text.startsWith("POST");
                body = text.length() + (post ? 9 : 0);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
