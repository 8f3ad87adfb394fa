package network.opencharging.tools.explain;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.RewrittenPaths;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.protocol.signing.Verification;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * {@code ocn tools signature verify}: checks an OCN signature against the values it speaks about.
 * Exit code 0 when it is valid, 1 when it is refused, 2 when an input cannot be used.
 */
@Command(
        name = "verify",
        description = "Checks an OCN signature against the values it speaks about.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the signature is valid",
            "1:the signature is refused; the reason is printed",
            "2:an input cannot be used"
        })
public final class SignatureVerify implements Callable<Integer> {
    static final int VALID = 0;
    static final int REFUSED = 1;
    static final int UNUSABLE = 2;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
    private static final int MOST_INPUT = 16 << 20;

    private final InputStream standardInput;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--values",
            required = true,
            paramLabel = "FILE",
            description = "The signed values as JSON: {\"headers\":{…},\"params\":{…},\"body\":…}.")
    private @Nullable Path values;

    @ArgGroup(multiplicity = "1")
    private Given given = new Given();

    @Option(
            names = "--expect-signer",
            paramLabel = "ADDRESS",
            description =
                    "Refuse when anybody else signed, now or before a rewrite. May be repeated: the"
                            + " party and the nodes on the way.")
    private List<String> expected = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json (default: ${DEFAULT-VALUE}).")
    private String format = "text";

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

    /** A command that reads from this process's standard input. */
    public SignatureVerify() {
        this(System.in);
    }

    SignatureVerify(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        Finding finding = finding();
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.println(format.equals("json") ? finding.json().text() : finding.text());
        out.flush();
        return finding.exitCode();
    }

    private Finding finding() {
        if (!format.equals("text") && !format.equals("json")) {
            return new Finding.Unusable("--format must be text or json.");
        }
        List<Address> signers = new ArrayList<>();
        for (String text : expected) {
            if (Address.parse(text).isEmpty() || Address.isMistyped(text)) {
                return new Finding.Unusable(
                        "--expect-signer must be 0x and 40 hexadecimal digits with a right"
                                + " checksum: "
                                + text);
            }
            signers.add(new Address(text));
        }
        try {
            return verified(signedValues(), signature(), signers);
        } catch (UnusableInput e) {
            return new Finding.Unusable(e.sentence());
        }
    }

    private static Finding verified(SignedValues values, String signature, List<Address> signers) {
        OcnVerifier verifier = new OcnVerifier(RewrittenPaths.any(), OcnVerifier.Order.AS_RECEIVED);
        return switch (verifier.verify(values, signature)) {
            case Verification.Refused(var flaw) ->
                    new Finding.Refused(flaw.getClass().getSimpleName(), flaw.sentence());
            case Verification.Valid valid ->
                    valid.signatories().stream()
                            .filter(signer -> !signers.isEmpty() && !signers.contains(signer))
                            .findFirst()
                            .<Finding>map(stranger ->
                                    new Finding.Refused(
                                            "UnexpectedSigner",
                                            "%s signed, which --expect-signer does not name."
                                                    .formatted(stranger)))
                            .orElseGet(() -> new Finding.Valid(valid));
        };
    }

    private SignedValues signedValues() {
        byte[] bytes = bytes(java.util.Objects.requireNonNull(values), "--values");
        return switch (JsonReader.standard().read(bytes)) {
            case JsonReading.Read(Json.Obj root) -> new SignedValues(root);
            case JsonReading.Read(var _) ->
                    throw new UnusableInput("--values must hold one JSON object.");
            case JsonReading.Malformed(String why, long offset) ->
                    throw new UnusableInput(
                            "--values must hold JSON: %s (byte %d).".formatted(why, offset));
        };
    }

    private String signature() {
        String text = given.text;
        if (text == null) {
            Path file = java.util.Objects.requireNonNull(given.file);
            text = new String(bytes(file, "--signature-file"), StandardCharsets.UTF_8);
        } else if (text.equals("-")) {
            text = new String(standardInput(), StandardCharsets.UTF_8);
        }
        String stripped = text.strip();
        if (!BASE64.matcher(stripped).matches()) {
            throw new UnusableInput("The signature must be Base64, as it stands in the message.");
        }
        return stripped;
    }

    private byte[] standardInput() {
        try {
            return standardInput.readNBytes(MOST_INPUT);
        } catch (IOException e) {
            throw new UnusableInput("Standard input cannot be read: " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file, String option) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_INPUT);
        } catch (IOException e) {
            throw new UnusableInput("%s cannot be read: %s".formatted(option, file));
        }
    }

    /** Ends the look at the inputs; never leaves this class. */
    private static final class UnusableInput extends RuntimeException {
        private final String sentence;

        UnusableInput(String sentence) {
            super(sentence, null, false, false);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
