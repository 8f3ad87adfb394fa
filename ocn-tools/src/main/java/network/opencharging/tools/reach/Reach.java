package network.opencharging.tools.reach;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The options by which a person names a live system and themselves. */
public final class Reach {
    @Option(
            names = "--url",
            required = true,
            paramLabel = "URL",
            description = "The versions address of the system.")
    private @Nullable URI url;

    @Option(
            names = "--party",
            paramLabel = "CC/PID",
            description = "Who asks (default: ${DEFAULT-VALUE}).")
    private String party = "NL/TST";

    @Option(
            names = "--to",
            paramLabel = "CC/PID",
            description = "Who is asked (default: the first fitting party in its credentials).")
    private @Nullable String to;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "A file with the token that the system has given,",
                "otherwise it comes from the environment variable OCPI_TOKEN."
            })
    private @Nullable Path tokenFile;

    @Option(
            names = "--register",
            description = {
                "The token is a token A: register with it first, as a mock on this machine,",
                "and end the registration at the end."
            })
    private boolean register;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "A file with 64 hexadecimal digits: sign with this key.")
    private @Nullable Path keyFile;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "How long an answer may take (default: ${DEFAULT-VALUE}).")
    private int patience = 30;

    /** For picocli. */
    public Reach() {}

    URI url() {
        return Given.address("--url", url, "https://cpo.example/versions");
    }

    PartyId self() {
        return Given.party("--party", party);
    }

    Optional<PartyId> other() {
        return Optional.ofNullable(to).map(text -> Given.party("--to", text));
    }

    Optional<Path> tokenFile() {
        return Optional.ofNullable(tokenFile);
    }

    Optional<Path> keyFile() {
        return Optional.ofNullable(keyFile);
    }

    boolean register() {
        return register;
    }

    /** How long an answer may take. */
    public Duration patience() {
        if (patience < 1 || patience > 600) {
            throw Failure.usage("--patience must be 1 to 600 seconds.");
        }
        return Duration.ofSeconds(patience);
    }
}
