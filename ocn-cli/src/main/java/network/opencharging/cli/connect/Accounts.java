package network.opencharging.cli.connect;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.chain.key.KeyFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Accounts by the names of the keys that are kept here. */
public final class Accounts {
    private Accounts() {}

    /** The account of this address, or of the key of this name. */
    public static Optional<Address> of(String text) {
        return Address.parse(text).or(() -> named(text));
    }

    /** A party; what is also the name of a key that is kept here means that key. */
    public static Optional<PartyId> party(String text) {
        return named(text).isPresent() ? Optional.empty() : PartyId.parse(text);
    }

    /** The account of the key of this name; empty when there is none. */
    public static Optional<Address> named(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            return Optional.empty();
        }
        Path file = Home.keys().resolve(name + ".json");
        try {
            return Files.isReadable(file) ? KeyFile.owner(file) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
