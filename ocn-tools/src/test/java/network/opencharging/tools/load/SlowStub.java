package network.opencharging.tools.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A server that answers every request as it is told; an empty text closes the connection. */
final class SlowStub implements AutoCloseable {
    public static final String WELL = answer(200, "{\"data\":[],\"status_code\":1000}");

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final IntFunction<String> answers;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());
    private final List<Future<Void>> serving = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate;

    private SlowStub(IntFunction<String> answers, CountDownLatch gate) throws IOException {
        this.answers = answers;
        this.gate = gate;
        this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        serving.add(threads.submit(this::accept));
    }

    /**
     * @param answers by the number of the request, from 0
     */
    static SlowStub answering(IntFunction<String> answers) throws IOException {
        return new SlowStub(answers, new CountDownLatch(0));
    }

    /** Answers nobody until the gate opens. */
    static SlowStub behind(CountDownLatch gate) throws IOException {
        return new SlowStub(_ -> WELL, gate);
    }

    static String answer(int status, String body) {
        return "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(status, body.length(), body);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    int connections() {
        return connections.get();
    }

    List<String> heads() {
        return List.copyOf(heads);
    }

    private Void accept() throws IOException {
        while (true) {
            Socket socket = server.accept();
            connections.incrementAndGet();
            serving.add(threads.submit(() -> serve(socket)));
        }
    }

    private Void serve(Socket socket) throws IOException, InterruptedException {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                heads.add(head);
                gate.await();
                String answer = answers.apply(requests.getAndIncrement());
                if (answer.isEmpty()) {
                    return null;
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            }
            return null;
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int c = in.read();
            if (c < 0) {
                return "";
            }
            head.append((char) c);
        }
        String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        in.skipNBytes(Integer.parseInt(length));
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
