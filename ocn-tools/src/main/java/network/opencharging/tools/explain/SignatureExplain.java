package network.opencharging.tools.explain;

import network.opencharging.protocol.signing.Anatomy;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.protocol.signing.SignedValues;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Input;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code ocn tools signature explain}: takes an OCN signature apart and shows where it and the
 * values differ. The exit codes are those of {@link SignatureVerify}.
 */
@Command(
        name = "explain",
        description = "Takes an OCN signature apart and shows where it and the values differ.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the signature is valid",
            "1:the signature is refused; the reason is the last line",
            "2:an input cannot be used"
        },
        footer = {
            "",
            "Example: ocn tools signature explain --values docs/examples/values.json"
                    + " --signature-file docs/examples/signature.txt"
        })
public final class SignatureExplain implements Callable<Integer> {
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private Presented presented = new Presented();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "For people or for machines (default: ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    /** A command that reads from this. */
    public SignatureExplain(Input input) {
        this.input = input;
    }

    @Override
    public Integer call() {
        SignedValues values = presented.values(input);
        String text = presented.signature(input);
        Finding finding = SignatureVerify.verified(values, text, List.of());
        PrintWriter out = spec.commandLine().getOut();
        switch (OcnSignature.read(text)) {
            case OcnSignature.Reading.Unreadable(String why) ->
                    throw Failure.usage("The signature cannot be read: " + why);
            case OcnSignature.Reading.Read(var signature, var packing) -> {
                Explanation explanation =
                        new Explanation(packing, Anatomy.of(values, signature), finding);
                out.println(format == Form.JSON ? explanation.json().text() : explanation.text());
            }
        }
        out.flush();
        return finding.exitCode();
    }
}
