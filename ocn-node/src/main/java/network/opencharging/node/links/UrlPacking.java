package network.opencharging.node.links;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Makes URLs short: deflated against a dictionary of what OCPI URLs are made of. */
final class UrlPacking {
    private static final byte PLAIN = 0;
    private static final byte DEFLATED = 1;
    private static final int LONGEST = 16 * 1024;

    /** Part of the sealed text: a changed dictionary needs a new first byte. */
    private static final byte[] DICTIONARY =
            ("https://www.http://localhost:8080/api/v1/emsp/cpo/roaming.com/callback/result/"
                 + "UNLOCK_CONNECTORCANCEL_RESERVATIONRESERVE_NOWSTOP_SESSIONSTART_SESSION"
                 + "/ocpi/receiver/2.2/ocpi/cpo/2.2.1/ocpi/emsp/2.2.1/ocpi/sender/2.2.1/"
                 + "chargingprofiles/commands/tariffs/tokens/sessions/locations/cdrs"
                 + "&date_to=2026-01-01T00:00:00.000Z&date_from=2026-01-01T00:00:00Z"
                 + "?limit=100&offset=50?offset=0&limit=")
                    .getBytes(StandardCharsets.US_ASCII);

    private UrlPacking() {}

    static byte[] pack(String url) {
        byte[] bytes = url.getBytes(StandardCharsets.UTF_8);
        byte[] deflated = deflate(bytes);
        return deflated.length < bytes.length
                ? withFirst(DEFLATED, deflated)
                : withFirst(PLAIN, bytes);
    }

    static Optional<String> unpack(ByteBuffer packed) {
        byte how = packed.get();
        byte[] rest = new byte[packed.remaining()];
        packed.get(rest);
        return (how == DEFLATED ? inflate(rest) : Optional.of(rest))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] withFirst(byte how, byte[] rest) {
        return ByteBuffer.allocate(1 + rest.length).put(how).put(rest).array();
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(bytes);
            deflater.finish();
            byte[] output = new byte[bytes.length + 64];
            return Arrays.copyOf(output, deflater.deflate(output));
        }
    }

    private static Optional<byte[]> inflate(byte[] bytes) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(bytes);
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            byte[] part = new byte[1024];
            for (int n = inflater.inflate(part); n > 0; n = inflater.inflate(part)) {
                output.write(part, 0, n);
                if (output.size() > LONGEST) {
                    return Optional.empty();
                }
            }
            return Optional.of(output.toByteArray());
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }
}
