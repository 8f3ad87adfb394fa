package network.opencharging.tools.explain;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.protocol.signing.RewrittenPaths;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.protocol.signing.Verification;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Input;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code ocn tools signature verify}: checks an OCN signature against the values it speaks about.
 * Exit code 0 when it is valid, 1 when it is refused, 2 when an input cannot be used.
 */
@Command(
        name = "verify",
        description = "Checks an OCN signature against the values it speaks about.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: ocn tools signature verify --values docs/examples/values.json"
                    + " --signature-file docs/examples/signature.txt"
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the signature is valid",
            "1:the signature is refused; the reason is printed",
            "2:an input cannot be used"
        })
public final class SignatureVerify implements Callable<Integer> {
    static final int VALID = 0;
    static final int REFUSED = Failure.FAILED;
    static final int UNUSABLE = Failure.USAGE;

    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private Presented presented = new Presented();

    @Option(
            names = "--expect-signer",
            paramLabel = "ADDRESS",
            description =
                    "Refuse when anybody else signed, now or before a rewrite. May be repeated: the"
                            + " party and the nodes on the way.")
    private List<String> expected = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "For people or for machines (default: ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    /** A command that reads from this. */
    public SignatureVerify(Input input) {
        this.input = input;
    }

    @Override
    public Integer call() {
        Finding finding = finding();
        PrintWriter out = spec.commandLine().getOut();
        out.println(format == Form.JSON ? finding.json().text() : finding.text());
        out.flush();
        return finding.exitCode();
    }

    private Finding finding() {
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
            return verified(presented.values(input), presented.signature(input), signers);
        } catch (Failure e) {
            return new Finding.Unusable(String.valueOf(e.getMessage()));
        }
    }

    static Finding verified(SignedValues values, String signature, List<Address> signers) {
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
}
