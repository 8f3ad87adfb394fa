package network.opencharging.tools.mock.command;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.ocpi.Signing;
import network.opencharging.tools.ocpi.sign.OcnSigning;
import network.opencharging.tools.ocpi.sign.Signatories;
import network.opencharging.tools.terminal.Failure;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Keys and tokens, read from files and the environment; never from arguments. */
final class Secrets {
    private static final String TOKEN_VARIABLE = "OCN_TOKEN_A";

    private final Map<String, String> environment;

    Secrets(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The token A that a hub has given. */
    String tokenA(@Nullable Path file) {
        String token =
                file == null ? environment.getOrDefault(TOKEN_VARIABLE, "") : read(file).strip();
        if (token.isEmpty()) {
            throw Failure.usage(
                    "--hub needs the hub's token A: name a file with --token-file, or set "
                            + TOKEN_VARIABLE
                            + ".");
        }
        return token;
    }

    /**
     * Signs with the key of the file and shows who signed what it hears; without a file neither.
     */
    Signing signing(@Nullable Path keyFile) {
        if (keyFile == null) {
            return Signing.none();
        }
        PrivateKey key =
                PrivateKey.parse(read(keyFile).strip())
                        .orElseThrow(
                                () -> Failure.usage(keyFile + " must hold 64 hexadecimal digits."));
        return new OcnSigning(key, new Anybody());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Failure.usage(file + " cannot be read.");
        }
    }

    /** A mock that knows no registry shows who signed and lets the person judge. */
    private record Anybody() implements Signatories {
        @Override
        public boolean maySign(Address signer, PartyId party) {
            return true;
        }

        @Override
        public boolean mayRewrite(Address signer) {
            return true;
        }
    }
}
