package network.opencharging.tools.proxy.pass;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a client, request after request. Only the header {@code Host} is changed, and
 * what {@link Rewriting} says; everything else goes on as it came, while it comes.
 */
final class Visit {
    private final InputStream in;
    private final OutputStream out;
    private final Way way;

    Visit(Socket client, Way way) throws IOException {
        this.in = new BufferedInputStream(client.getInputStream());
        this.out = new BufferedOutputStream(client.getOutputStream());
        this.way = way;
    }

    /** A message as it came, with a copy of its body. */
    private record Message(Head head, Copy body) {}

    /** Passes on until the client leaves. */
    void run() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            Optional<Head> head = Head.read(in);
            goesOn = head.isPresent() && exchange(head.get());
        }
    }

    /** Passes one request and its answer; says whether the connection goes on. */
    private boolean exchange(Head head) throws IOException {
        try (Socket socket = way.target().connect((int) way.patience().toMillis())) {
            InputStream from = new BufferedInputStream(socket.getInputStream());
            OutputStream to = new BufferedOutputStream(socket.getOutputStream());
            if (head.says("Expect", "100-continue")) {
                return announced(head, from, to);
            }
            Message request = new Message(head, body(head, Framing.ofRequest(head), in, to));
            long begun = begun();
            return answer(request, last(next(from), from), from, begun) && !head.ends();
        } catch (IOException e) {
            refuse(head, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /**
     * Who asks whether the body is welcome (RFC 9110 §10.1.1) may be told so, may be refused before
     * it is sent, and may send it unasked when nobody says anything: it goes on whenever it comes,
     * beside the answer. Nothing is rewritten in it.
     */
    private boolean announced(Head head, InputStream from, OutputStream to) throws IOException {
        write(outgoing(head).bytes(), to);
        Copy kept = new Copy();
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> sent.complete(passes(Framing.ofRequest(head), to, kept)));
        long begun = begun();
        Head first = next(from);
        Head answer = last(first, from);
        // Who was told to send it does; who was not may still send it, or something else: then the
        // connection is of no more use.
        boolean whole = first.status() == 100 ? ended(sent) : sent.getNow(false);
        return answer(new Message(head, whole ? kept : new Copy()), answer, from, begun)
                && whole
                && !head.ends();
    }

    private boolean ended(CompletableFuture<Boolean> sent) {
        return sent.completeOnTimeout(false, way.patience().toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean passes(Framing framing, OutputStream to, Copy kept) {
        try {
            framing.pass(in, to, kept);
            return true;
        } catch (IOException e) {
            // The client has left, or the other side does not want it: its answer says why.
            return false;
        }
    }

    private static Head next(InputStream from) throws IOException {
        return Head.read(from).orElseThrow(() -> new IOException("no answer came"));
    }

    /** The answer itself; what comes before it is passed on. */
    private Head last(Head first, InputStream from) throws IOException {
        Head answer = first;
        while (answer.status() / 100 == 1 && answer.status() != 101) {
            write(answer.bytes(), out);
            answer = next(from);
        }
        return answer;
    }

    private Head outgoing(Head head) {
        return way.rewriting().head(head).with("Host", way.target().host());
    }

    /** Passes head and body of a request. */
    private Copy body(Head head, Framing framing, InputStream client, OutputStream to)
            throws IOException {
        Copy kept = new Copy();
        if (way.rewriting().concerns(head) && !(framing instanceof Framing.None)) {
            framing.pass(client, OutputStream.nullOutputStream(), kept);
            whole(kept);
            byte[] changed = way.rewriting().body(kept.bytes());
            write(outgoing(head).ofLength(changed.length).bytes(), to);
            write(changed, to);
            return kept;
        }
        write(outgoing(head).bytes(), to);
        framing.pass(client, to, kept);
        return kept;
    }

    private boolean answer(Message request, Head answer, InputStream from, long begun)
            throws IOException {
        Framing framing = Framing.ofAnswer(answer, request.head().word(0));
        Copy kept = new Copy();
        try {
            if (way.rewriting().concerns(answer) && !(framing instanceof Framing.None)) {
                framing.pass(from, OutputStream.nullOutputStream(), kept);
                whole(kept);
                byte[] changed = way.rewriting().body(kept.bytes());
                write(way.rewriting().head(answer).ofLength(changed.length).bytes(), out);
                write(changed, out);
            } else {
                write(way.rewriting().head(answer).bytes(), out);
                framing.pass(from, out, kept);
            }
        } catch (IOException e) {
            way.tap().broken("%s: %s".formatted(request.head().startLine(), e.getMessage()));
            tell(request, new Message(answer, kept), begun);
            return false;
        }
        tell(request, new Message(answer, kept), begun);
        return !answer.ends() && !(framing instanceof Framing.UntilTheEnd);
    }

    private static void whole(Copy kept) throws IOException {
        if (!kept.isWhole()) {
            throw new IOException(
                    "a body is larger than %d bytes: addresses in it cannot be rewritten"
                            .formatted(Copy.MOST));
        }
    }

    private void tell(Message request, Message answer, long begun) {
        Instant now = Instant.now(way.clock());
        Headers headers = request.head().headers();
        way.tap()
                .passed(
                        new Passed(
                                now,
                                Duration.ofNanos(System.nanoTime() - begun),
                                new Request(
                                        request.head().word(0),
                                        address(request.head()),
                                        headers,
                                        request.body().text(request.head())),
                                Answer.of(
                                        answer.head().status(),
                                        answer.head().headers(),
                                        answer.body().text(answer.head())),
                                request.body().isWhole() && answer.body().isWhole()));
    }

    /** The address that is asked; one that is none is told by its beginning. */
    private URI address(Head head) {
        String path = head.word(1);
        try {
            return URI.create(path.startsWith("/") ? way.target().base() + path : path);
        } catch (IllegalArgumentException e) {
            return URI.create(way.target().base());
        }
    }

    /** The client must learn that it was the way, not the other side, that failed. */
    private void refuse(Head head, String why) throws IOException {
        way.tap().broken("%s: %s".formatted(head.startLine(), why));
        byte[] body =
                ("The proxy could not pass this on: " + why + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        String status =
                "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Connection: close\r\nContent-Length: %d\r\n\r\n".formatted(body.length);
        write(status.getBytes(StandardCharsets.ISO_8859_1), out);
        write(body, out);
    }

    private static long begun() {
        return System.nanoTime();
    }

    private static void write(byte[] bytes, OutputStream to) throws IOException {
        to.write(bytes);
        to.flush();
    }
}
