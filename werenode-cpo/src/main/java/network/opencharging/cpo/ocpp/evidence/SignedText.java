package network.opencharging.cpo.ocpp.evidence;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The document in what a station sends: as it is, in Base64 (2.0.1 SignedMeterValueType), in
 * hexadecimal digits, or in the JSON object that stations of 1.6 send as a text. What is kept is
 * never this, but what came.
 */
final class SignedText {
    private static final String OCMF = "OCMF|";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SignedText() {}

    static String document(String sent) {
        String text = sent.strip().startsWith("{") ? inner(sent) : sent;
        if (text.startsWith(OCMF)) {
            return text;
        }
        return base64(text).or(() -> hex(text)).orElse(text);
    }

    private static String inner(String json) {
        try {
            return JSON.readTree(json).path("signedMeterData").asString(json);
        } catch (JacksonException e) {
            return json;
        }
    }

    private static Optional<String> base64(String text) {
        try {
            return read(Base64.getMimeDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> hex(String text) {
        try {
            return read(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text).filter(read -> read.startsWith(OCMF));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
