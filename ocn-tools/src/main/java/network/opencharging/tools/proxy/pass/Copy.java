package network.opencharging.tools.proxy.pass;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Keeps what passes, up to a limit. */
final class Copy extends OutputStream {
    /** The largest body that is looked into; larger ones pass unseen. */
    static final int MOST = 16 * 1024 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean whole = true;

    Copy() {}

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        if (kept.size() + length > MOST) {
            whole = false;
        } else if (whole) {
            kept.write(bytes, from, length);
        }
    }

    /** Whether nothing was left out. */
    boolean isWhole() {
        return whole;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** As text, unpacked where the head says that it is packed. */
    String text(Head head) {
        if (!whole) {
            return "";
        }
        if (!head.says("Content-Encoding", "gzip")) {
            return kept.toString(StandardCharsets.UTF_8);
        }
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes()))) {
            return new String(unpacked.readNBytes(MOST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // Not gzip, whatever the header says: then it is judged as it stands.
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
