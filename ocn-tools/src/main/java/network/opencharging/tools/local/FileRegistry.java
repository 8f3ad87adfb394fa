package network.opencharging.tools.local;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;
import network.opencharging.registry.directory.memory.DirectoryFileWriter;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A directory file that an authority signs: a network without a chain. */
public final class FileRegistry implements LocalRegistry {
    private final Path file;
    private final LocalKey authority;
    private final DirectoryFileWriter writer;
    private final List<Operator> operators = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();

    private FileRegistry(Path file, LocalKey authority, DirectoryFileWriter writer) {
        this.file = file;
        this.authority = authority;
        this.writer = writer;
    }

    /** Writes an empty directory into the file. */
    public static FileRegistry start(Path file, LocalKey authority, Clock clock)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileRegistry registry =
                new FileRegistry(
                        file,
                        authority,
                        new DirectoryFileWriter(file, "local", authority.key(), clock));
        registry.write();
        return registry;
    }

    @Override
    public synchronized void listNode(LocalKey operator, URI url) throws IOException {
        operators.add(new Operator(operator.address(), url));
        write();
    }

    @Override
    public synchronized void listParty(LocalKey party, PartyId id, Role role, LocalKey operator)
            throws IOException {
        parties.add(
                new Party(
                        id,
                        party.address(),
                        Set.of(role),
                        Modules.UNDECLARED,
                        operator.address(),
                        true));
        write();
    }

    /** Lists many parties at once, each admitted by the operator that it names. */
    public synchronized void list(Collection<Party> more) throws IOException {
        parties.addAll(more);
        write();
    }

    private void write() throws IOException {
        writer.write(Snapshot.of(operators, parties));
    }

    @Override
    public String words() {
        return "directory file %s, signed by %s".formatted(file, authority.address());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "OCN_REGISTRY_SOURCE",
                "file",
                "OCN_REGISTRY_FILE",
                file.toString(),
                "OCN_REGISTRY_AUTHORITY",
                authority.address().lowerCase(),
                "OCN_REGISTRY_REFRESH",
                "200ms");
    }

    /** The file stays, for whoever wants to look at it. */
    @Override
    public void close() {}
}
