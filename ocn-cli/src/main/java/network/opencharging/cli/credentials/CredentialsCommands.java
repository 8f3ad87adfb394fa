package network.opencharging.cli.credentials;

import network.opencharging.cli.connect.Home;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
            @Mixin Invitation invitation,
            @Mixin Self self,
            @Mixin Keeping keeping,
            @Mixin OutputOptions output)
            throws IOException {
        Registered invited = invitation.read();
        String own = self.credentials();
        Path kept = keeping.file(Optional.of(self.party));
        try (Dialog dialog = new Dialog()) {
            URI url = dialog.credentialsUrl(invited.versions(), invited.token());
            Registered done = dialog.submit("POST", url, invited.token(), own);
            done.write(kept);
            output.show(done.entry("registered"));
            output.say(
                    "Kept in %s, with the token for your platform's own requests. To see whether all is well:  ocn doctor %s"
                            .formatted(kept, self.party));
            return 0;
        }
    }

    /** Renews the tokens. */
    @Command(name = "rotate", description = "Renew both tokens.")
    public int rotate(@Mixin Self self, @Mixin Keeping keeping, @Mixin OutputOptions output)
            throws IOException {
        Path kept = keeping.file(Optional.of(self.party));
        Registered known = Registered.read(kept);
        try (Dialog dialog = new Dialog()) {
            URI url = dialog.credentialsUrl(known.versions(), known.token());
            Registered done = dialog.submit("PUT", url, known.token(), self.credentials());
            done.write(kept);
            output.show(done.entry("renewed"));
            return 0;
        }
    }

    /** Ends the registration. */
    @Command(name = "delete", description = "End the registration.")
    public int delete(
            @Option(
                            names = "--party",
                            paramLabel = "PARTY",
                            description = "Whose registration, where --connection is not given.")
                    Optional<PartyId> party,
            @Mixin Keeping keeping,
            @Mixin OutputOptions output)
            throws IOException {
        Path kept = keeping.file(party);
        Registered known = Registered.read(kept);
        try (Dialog dialog = new Dialog()) {
            dialog.end(dialog.credentialsUrl(known.versions(), known.token()), known.token());
            Files.delete(kept);
            output.show(Entry.empty().with("node", known.versions()).with("result", "ended"));
            return 0;
        }
    }

    /** What a node's operator has handed over. */
    static final class Invitation {
        @Option(
                names = "--invitation",
                paramLabel = "FILE",
                description =
                        "What the node's operator got from  ocn admin invite --to FILE:  where the"
                                + " node's versions are, and the token A.")
        private Optional<Path> file = Optional.empty();

        @Option(
                names = "--versions",
                paramLabel = "URL",
                description = "Without --invitation: where the node's versions are.")
        private Optional<URI> versions = Optional.empty();

        @Option(
                names = "--token-file",
                paramLabel = "FILE",
                description = "Without --invitation: where the token A stands.")
        private Optional<Path> tokenA = Optional.empty();

        private Registered read() {
            boolean apart = versions.isPresent() && tokenA.isPresent();
            if (file.isPresent() == (versions.isPresent() || tokenA.isPresent())
                    || (file.isEmpty() && !apart)) {
                throw Failure.usage(
                        "Say who has invited you: give --invitation FILE, or --versions URL with"
                                + " --token-file FILE.");
            }
            return file.isPresent()
                    ? Registered.invitation(file.get())
                    : new Registered(versions.orElseThrow(), Dialog.secret(tokenA.orElseThrow()));
        }
    }

    /** Where the registration is kept. */
    static final class Keeping {
        @Option(
                names = "--connection",
                paramLabel = "FILE",
                description =
                        "Where the registration is kept: the node's address and the token for your"
                                + " requests. Usual is connections/CC-PID.json in OCN_HOME.")
        private Optional<Path> file = Optional.empty();

        private Path file(Optional<PartyId> party) {
            return file.or(() -> party.map(Home::connection))
                    .orElseThrow(() ->
                            Failure.usage(
                                    "Say whose registration is meant: give --party PARTY, or"
                                            + " --connection FILE."));
        }
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
