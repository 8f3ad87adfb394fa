package network.opencharging.tools.explain;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/** A signature and the values it is shown with, as a person names them. */
final class Presented {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

    @Option(
            names = "--values",
            required = true,
            paramLabel = "FILE",
            description =
                    "The signed values as JSON: {\"headers\":{…},\"params\":{…},\"body\":…}; -"
                            + " reads standard input.")
    private @Nullable Path values;

    @ArgGroup(multiplicity = "1")
    private Given given = new Given();

    /** Where the signature comes from. */
    private static final class Given {
        @Option(
                names = "--signature",
                paramLabel = "TEXT",
                description = "The signature as it stands in the message; - reads standard input.")
        private @Nullable String text;

        @Option(
                names = "--signature-file",
                paramLabel = "FILE",
                description = "A file with the signature.")
        private @Nullable Path file;
    }

    /**
     * The values.
     *
     * @throws Failure when the file holds no JSON object
     */
    SignedValues values(Input input) {
        return values(Objects.requireNonNull(values), input);
    }

    static SignedValues values(Path file, Input input) {
        return switch (JsonReader.standard().read(input.bytes(file, "--values"))) {
            case JsonReading.Read(Json.Obj root) -> new SignedValues(root);
            case JsonReading.Read(var _) ->
                    throw Failure.usage("--values must hold one JSON object.");
            case JsonReading.Malformed(String why, long offset) ->
                    throw Failure.usage(
                            "--values must hold JSON: %s (byte %d).".formatted(why, offset));
        };
    }

    /**
     * The signature.
     *
     * @throws Failure when it is not Base64
     */
    String signature(Input input) {
        String text = given.text;
        if (text == null || text.equals("-")) {
            Path file = text == null ? Objects.requireNonNull(given.file) : Path.of("-");
            text = input.text(file, text == null ? "--signature-file" : "--signature");
        }
        String stripped = text.strip();
        if (!BASE64.matcher(stripped).matches()) {
            throw Failure.usage("The signature must be Base64, as it stands in the message.");
        }
        return stripped;
    }
}
