package network.opencharging.tools.proxy.pass;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How the end of a body is known (RFC 9112 §6). */
sealed interface Framing {
    /** There is no body. */
    record None() implements Framing {}

    /** So many bytes. */
    record Length(long bytes) implements Framing {}

    /** Pieces, each with its length before it. */
    record Chunks() implements Framing {}

    /** All that comes until the connection ends. */
    record UntilTheEnd() implements Framing {}

    /** Of the body of a request. */
    static Framing ofRequest(Head head) {
        if (head.isChunked()) {
            return new Chunks();
        }
        return head.length().isPresent() ? new Length(head.length().getAsLong()) : new None();
    }

    /** Of the body of an answer. */
    static Framing ofAnswer(Head head, String method) {
        boolean bodiless =
                method.equals("HEAD")
                        || head.status() / 100 == 1
                        || head.status() == 204
                        || head.status() == 304;
        if (bodiless) {
            return new None();
        }
        if (head.isChunked()) {
            return new Chunks();
        }
        return head.length().isPresent()
                ? new Length(head.length().getAsLong())
                : new UntilTheEnd();
    }

    /**
     * Passes a body on as it comes.
     *
     * @param kept gets its content, without what chunking adds
     * @throws IOException when either side ends too early
     */
    default void pass(InputStream in, OutputStream out, OutputStream kept) throws IOException {
        switch (this) {
            case None() -> {}
            case Length(long bytes) -> exactly(bytes, in, out, kept);
            case UntilTheEnd() -> all(in, out, kept);
            case Chunks() -> chunks(in, out, kept);
        }
        out.flush();
    }

    private static void exactly(long bytes, InputStream in, OutputStream out, OutputStream kept)
            throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = bytes;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the connection ended " + left + " bytes too early");
            }
            out.write(buffer, 0, read);
            kept.write(buffer, 0, read);
            left -= read;
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    private static void all(InputStream in, OutputStream out, OutputStream kept)
            throws IOException {
        byte[] buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            kept.write(buffer, 0, read);
            out.flush();
        }
    }

    private static void chunks(InputStream in, OutputStream out, OutputStream kept)
            throws IOException {
        while (true) {
            String line = line(in);
            out.write(line.getBytes(StandardCharsets.ISO_8859_1));
            long size = size(line);
            if (size == 0) {
                break;
            }
            exactly(size, in, out, kept);
            out.write(line(in).getBytes(StandardCharsets.ISO_8859_1));
        }
        String trailer;
        do {
            trailer = line(in);
            out.write(trailer.getBytes(StandardCharsets.ISO_8859_1));
        } while (!trailer.isBlank());
    }

    private static long size(String line) throws IOException {
        String digits = line.strip().split(";", 2)[0].strip();
        if (!digits.matches("[0-9a-fA-F]{1,12}")) {
            throw new IOException("a chunk has no length: " + digits);
        }
        return Long.parseLong(digits, 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next;
        do {
            next = in.read();
            if (next < 0 || bytes.size() > 8192) {
                throw new EOFException("the connection ended within a chunked body");
            }
            bytes.write(next);
        } while (next != '\n');
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
