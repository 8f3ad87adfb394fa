package network.opencharging.cli.connect;

import network.opencharging.cli.connect.Network.Chain;
import network.opencharging.cli.connect.Network.Contracts;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The known networks, and those that somebody added: one file of properties each. */
public final class NetworkBook {
    private static final String SUFFIX = ".network";

    private final Path folder;

    /** Keeps added networks in this folder. */
    public NetworkBook(Path folder) {
        this.folder = folder;
    }

    /** All networks; an added one stands in for a known one of the same name. */
    public List<Network> all() throws IOException {
        List<Network> all = new ArrayList<>(added());
        LocalNetworkFile.read().ifPresent(all::add);
        KnownNetworks.all().stream()
                .filter(known -> all.stream().noneMatch(a -> a.name().equals(known.name())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** The network of this name. */
    public Network get(String name) throws IOException {
        List<Network> all = all();
        return all.stream()
                .filter(network -> network.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Failure.usage(
                                "There is no network '%s': take one of %s, or add it with  ocn network add %s"
                                        .formatted(
                                                name,
                                                all.stream().map(Network::name).toList(),
                                                name)));
    }

    private List<Network> added() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Network> added = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                added.add(read(file));
            }
        }
        return added;
    }

    /** Adds a network, or puts it in the place of the one with its name. */
    public Path add(Network network) throws IOException {
        Properties text = new Properties();
        text.setProperty("chain.id", Long.toString(network.chain().id()));
        text.setProperty(
                "chain.rpc",
                String.join(",", network.chain().rpc().stream().map(URI::toString).toList()));
        text.setProperty("chain.confirmations", Integer.toString(network.chain().confirmations()));
        text.setProperty("chain.block-time", network.chain().blockTime().toString());
        text.setProperty(
                "registry.form", network.contracts().form().name().toLowerCase(Locale.ROOT));
        put(text, "registry", network.contracts().registry());
        put(text, "permissions", network.contracts().permissions());
        put(text, "certifier", network.contracts().certifier());
        Files.createDirectories(folder);
        Path file = folder.resolve(network.name() + SUFFIX);
        try (Writer writer = Files.newBufferedWriter(file)) {
            text.store(writer, "A network for ocn --network " + network.name());
        }
        return file;
    }

    private static void put(Properties text, String name, Optional<Address> address) {
        address.ifPresent(found -> text.setProperty(name, found.text()));
    }

    private static Network read(Path file) throws IOException {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            text.load(reader);
        }
        String name = file.getFileName().toString().replace(SUFFIX, "");
        try {
            Chain chain =
                    new Chain(
                            Long.parseLong(text.getProperty("chain.id", "")),
                            Arrays.stream(text.getProperty("chain.rpc", "").split(",", -1))
                                    .map(URI::create)
                                    .toList(),
                            Integer.parseInt(text.getProperty("chain.confirmations", "1")),
                            Duration.parse(text.getProperty("chain.block-time", "PT5S")));
            Contracts contracts =
                    new Contracts(
                            RegistryForm.valueOf(
                                    text.getProperty("registry.form", "ours")
                                            .toUpperCase(Locale.ROOT)),
                            Address.parse(text.getProperty("registry", "")),
                            Address.parse(text.getProperty("permissions", "")),
                            Address.parse(text.getProperty("certifier", "")));
            return new Network(name, chain, contracts, "");
        } catch (IllegalArgumentException | java.time.format.DateTimeParseException e) {
            throw Failure.usage(
                    "The file %s cannot be used (%s): correct it, or add the network again."
                            .formatted(file, e.getMessage()));
        }
    }
}
