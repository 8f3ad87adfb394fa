package network.opencharging.cli.credentials;

import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The handshake of a platform with a node. */
@Command(
        name = "credentials",
        description = {
            "The OCPI handshake of your platform with its node.",
            "Your platform must answer at --own-versions with the token B while the node asks it"
                    + " back."
        })
public final class CredentialsCommands {
    /** For picocli. */
    public CredentialsCommands() {}

    /** Registers. */
    @Command(
            name = "handshake",
            description = "Register your platform with a node that has given a token A.")
    public int handshake(
            @Option(
                            names = "--versions",
                            required = true,
                            paramLabel = "URL",
                            description = "Where the node's versions are.")
                    URI versions,
            @Option(
                            names = "--token-file",
                            required = true,
                            paramLabel = "FILE",
                            description = "Where the token A stands.")
                    Path tokenA,
            @Mixin Self self,
            @Mixin Keeping keeping,
            @Mixin OutputOptions output)
            throws IOException {
        try (Dialog dialog = new Dialog()) {
            URI url = dialog.credentialsUrl(versions, Dialog.secret(tokenA));
            Registered done = dialog.submit("POST", url, Dialog.secret(tokenA), self.credentials());
            done.write(keeping.file);
            output.say("Kept in " + keeping.file + ", with the token for your own requests.");
            output.show(done.entry("registered"));
            return 0;
        }
    }

    /** Renews the tokens. */
    @Command(name = "rotate", description = "Renew both tokens.")
    public int rotate(@Mixin Self self, @Mixin Keeping keeping, @Mixin OutputOptions output)
            throws IOException {
        Registered known = Registered.read(keeping.file);
        try (Dialog dialog = new Dialog()) {
            URI url = dialog.credentialsUrl(known.versions(), known.token());
            Registered done = dialog.submit("PUT", url, known.token(), self.credentials());
            done.write(keeping.file);
            output.show(done.entry("renewed"));
            return 0;
        }
    }

    /** Ends the registration. */
    @Command(name = "delete", description = "End the registration.")
    public int delete(@Mixin Keeping keeping, @Mixin OutputOptions output) throws IOException {
        Registered known = Registered.read(keeping.file);
        try (Dialog dialog = new Dialog()) {
            dialog.end(dialog.credentialsUrl(known.versions(), known.token()), known.token());
            Files.delete(keeping.file);
            output.show(Entry.empty().with("node", known.versions()).with("result", "ended"));
            return 0;
        }
    }

    /** Where the registration is kept. */
    static final class Keeping {
        @Option(
                names = "--connection",
                required = true,
                paramLabel = "FILE",
                description =
                        "Where the registration is kept: the node's address and the token for your"
                                + " requests.")
        private Path file = Path.of("");
    }

    /** Who registers. */
    static final class Self {
        @Option(
                names = "--party",
                required = true,
                paramLabel = "PARTY",
                description = "Who you are, such as DE/ALC.")
        private PartyId party = new PartyId("XX", "XXX");

        @Option(
                names = "--role",
                required = true,
                paramLabel = "ROLE",
                description = "What you do: ${COMPLETION-CANDIDATES}.")
        private Role role = Role.OTHER;

        @Option(names = "--name", required = true, description = "Your trade name.")
        private String name = "";

        @Option(
                names = "--own-versions",
                required = true,
                paramLabel = "URL",
                description = "Where your platform's versions are.")
        private URI versions = URI.create("");

        @Option(
                names = "--own-token-file",
                required = true,
                paramLabel = "FILE",
                description = "Where the token B stands that your platform accepts from the node.")
        private Path tokenB = Path.of("");

        private String credentials() {
            return Registered.credentials(Dialog.secret(tokenB), versions, party, role, name);
        }
    }
}
