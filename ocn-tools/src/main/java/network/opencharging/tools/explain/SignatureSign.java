package network.opencharging.tools.explain;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.tools.secret.KeyFile;
import network.opencharging.tools.terminal.Form;
import network.opencharging.tools.terminal.Input;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;

/** {@code ocn tools signature sign}: makes an OCN signature of values, as a party does. */
@Command(
        name = "sign",
        description = "Makes an OCN signature of values and prints it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: ocn tools signature sign --values docs/examples/values.json"
                    + " --key-file docs/examples/nobodys.key"
        })
public final class SignatureSign implements Callable<Integer> {
    private final Input input;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--values",
            required = true,
            paramLabel = "FILE",
            description = "What to sign: {\"headers\":{…},\"params\":{…},\"body\":…}; - is stdin.")
    private @Nullable Path values;

    @Option(
            names = "--key-file",
            required = true,
            paramLabel = "FILE",
            description = "A file with the key: 64 hexadecimal digits.")
    private @Nullable Path keyFile;

    @Option(
            names = "--packing",
            defaultValue = "BROTLI",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Packing packing = Packing.BROTLI;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "The signature alone, or with what it says (default: ${DEFAULT-VALUE}).")
    private Form format = Form.TEXT;

    /** A command that reads from this. */
    public SignatureSign(Input input) {
        this.input = input;
    }

    @Override
    public Integer call() {
        OcnSigner signer = new OcnSigner(KeyFile.read(Objects.requireNonNull(keyFile), input));
        OcnSignature signature =
                signer.sign(Presented.values(Objects.requireNonNull(values), input));
        String packed = signature.pack(packing);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                format == Form.TEXT
                        ? packed
                        : Json.Obj.EMPTY
                                .with("signature", packed)
                                .with("says", signature.toJson())
                                .text());
        out.flush();
        return 0;
    }
}
