package network.opencharging.tools.mock.command;

import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.Anybody;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.secret.KeyFile;
import network.opencharging.tools.secret.PrivateFile;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Input;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Keys and tokens, read from files and the environment; never from arguments. */
final class Secrets {
    private static final String TOKEN_VARIABLE = "OCN_TOKEN_A";

    private final Map<String, String> environment;
    private final Input input;

    Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.input = Input.ofProcess();
    }

    /** The token A that a hub has given. */
    String tokenA(@Nullable Path file) {
        String token =
                file == null
                        ? environment.getOrDefault(TOKEN_VARIABLE, "")
                        : input.text(file, "--token-file");
        if (token.isEmpty()) {
            throw Failure.usage(
                    "--hub needs the hub's token A: name a file with --token-file, or set "
                            + TOKEN_VARIABLE
                            + ".");
        }
        return Given.token(token);
    }

    /** Keeps a token for whoever registers. */
    static void keep(Path file, String token) {
        try {
            PrivateFile.write(file, token + "\n");
        } catch (IOException e) {
            throw Failure.usage(
                    "--token-to: the file %s cannot be written (%s)."
                            .formatted(file, e.getMessage()));
        }
    }

    /**
     * Signs with the key of the file and shows who signed what it hears; without a file neither.
     */
    Signing signing(@Nullable Path keyFile) {
        if (keyFile == null) {
            return Signing.none();
        }
        return new OcnSigning(KeyFile.read(keyFile, input), new Anybody());
    }
}
