package network.opencharging.bridge.metering;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a CDR carries of the meter's signed documents (OCPI 2.2.1 §10.4.7).
 *
 * @param publicKey Base64 of the signer's key, at most 512 characters
 * @param values begin, perhaps something in between, end; at least one
 * @param url where the receipt is, at most 512 characters
 */
public record SignedData(String publicKey, List<SignedValue> values, Optional<String> url) {
    /** encoding_method. */
    public static final String ENCODING = "OCMF";

    /** Characters of plain_data in OCPI 2.2.1 as first published. */
    public static final int STRICT_PLAIN = 512;

    /** Characters of plain_data since the erratum of May 2026, and of signed_data always. */
    public static final int LONG = 5_000;

    private static final int SHORT = 512;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the field
     */
    public SignedData {
        values = List.copyOf(values);
        if (publicKey.isEmpty() || publicKey.length() > SHORT) {
            throw new IllegalArgumentException("public_key must have 1 to 512 characters");
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("signed_values must hold a value");
        }
        if (url.filter(text -> text.length() > SHORT).isPresent()) {
            throw new IllegalArgumentException("url must have at most 512 characters");
        }
    }

    /**
     * One signed document.
     *
     * @param nature Start, End or Intermediate
     * @param plainData the payload, character for character
     * @param signedData Base64 of the whole document
     */
    public record SignedValue(String nature, String plainData, String signedData) {}

    /**
     * The documents of a session, or empty when one is too long for the partner: then only the
     * receipt's address can be given, and not in this object.
     *
     * @param plainLimit {@link #STRICT_PLAIN} or {@link #LONG}, as the partner bears it
     */
    public static Optional<SignedData> of(
            List<OcmfDocument> documents, MeterKey key, Optional<String> url, int plainLimit) {
        List<SignedValue> values = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            OcmfDocument document = documents.get(i);
            String whole =
                    Base64.getEncoder()
                            .encodeToString(document.text().getBytes(StandardCharsets.UTF_8));
            if (document.payload().length() > plainLimit || whole.length() > LONG) {
                return Optional.empty();
            }
            boolean end = i == documents.size() - 1;
            String nature = end ? "End" : i == 0 ? "Start" : "Intermediate";
            values.add(new SignedValue(nature, document.payload(), whole));
        }
        return Optional.of(new SignedData(base64(key), values, url));
    }

    private static String base64(MeterKey key) {
        return BytesText.hex(key.text())
                .map(bytes -> Base64.getEncoder().encodeToString(bytes))
                .orElse(key.text());
    }
}
