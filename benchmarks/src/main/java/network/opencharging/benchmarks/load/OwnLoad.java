package network.opencharging.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/** A generator for machines without wrk: one virtual thread a connection. */
final class OwnLoad implements Load {

    @Override
    public String name() {
        return "the benchmark's own generator";
    }

    @Override
    public Measured run(URI target, List<Asked> requests, int connections, int seconds)
            throws IOException, InterruptedException {
        List<byte[]> written =
                requests.stream().map(asked -> written(asked, target.getAuthority())).toList();
        long begun = System.nanoTime();
        long until = begun + seconds * 1_000_000_000L;
        long run = begun / 1_000_000_000L % 900 * 1_000_000_000L;
        List<Future<Line>> lines = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                int first = i;
                lines.add(threads.submit(() -> line(target, written, new Ids(first, run), until)));
            }
        }
        return joined(lines, System.nanoTime() - begun);
    }

    /** What one connection saw: times to answers in microseconds. */
    private record Line(LongStream times, long failed) {}

    private static Measured joined(List<Future<Line>> lines, long took)
            throws IOException, InterruptedException {
        try {
            LongStream all = LongStream.empty();
            long failed = 0;
            for (Future<Line> line : lines) {
                all = LongStream.concat(all, line.get().times());
                failed += line.get().failed();
            }
            long[] times = all.sorted().toArray();
            if (times.length == 0) {
                throw new IOException("nothing was answered");
            }
            return new Measured(
                    (times.length - failed) * 1e9 / took,
                    times[times.length / 2],
                    times[(int) (times.length * 0.99)],
                    times[(int) (times.length * 0.999)],
                    failed);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /**
     * Which ids a connection gives: other ones than all other connections, and than another run
     * with the same letters, because a node does the same signed POST of another node once.
     */
    private record Ids(int first, long run) {
        long of(int next) {
            return run + next * 1000L + first;
        }
    }

    private static Line line(URI target, List<byte[]> requests, Ids ids, long until)
            throws IOException {
        long[] times = new long[1 << 16];
        int count = 0;
        long failed = 0;
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            int next = ids.first();
            for (long now = System.nanoTime(); now < until; ) {
                byte[] request = requests.get(next % requests.size()).clone();
                number(request, ids.of(next));
                next++;
                socket.getOutputStream().write(request);
                failed += isGood(in) ? 0 : 1;
                long then = System.nanoTime();
                times = count < times.length ? times : Arrays.copyOf(times, count * 2);
                times[count++] = (then - now) / 1000;
                now = then;
            }
        }
        return new Line(Arrays.stream(times, 0, count), failed);
    }

    /** Another id for each request, in its place. */
    private static void number(byte[] request, long number) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        byte[] digits =
                ("%0" + Asked.NUMBER.length() + "d")
                        .formatted(number)
                        .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(digits, 0, request, text.indexOf(Asked.NUMBER), digits.length);
    }

    /** Reads one answer whole; answers of a known length only. */
    private static boolean isGood(InputStream in) throws IOException {
        String status = header(in);
        int length = 0;
        for (String line = header(in); !line.isEmpty(); line = header(in)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status.startsWith("HTTP/1.1 2");
    }

    private static String header(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static byte[] written(Asked asked, String host) {
        StringBuilder text =
                new StringBuilder()
                        .append(asked.method())
                        .append(' ')
                        .append(asked.path())
                        .append(" HTTP/1.1\r\nHost: ")
                        .append(host)
                        .append("\r\n");
        asked.headers()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append("\r\n"));
        int length = asked.body().getBytes(StandardCharsets.UTF_8).length;
        if (length > 0) {
            text.append("Content-Length: ").append(length).append("\r\n");
        }
        return text.append("\r\n").append(asked.body()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
