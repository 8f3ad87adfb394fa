package network.opencharging.cli.connect;

import network.opencharging.protocol.party.PartyId;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The folder in which the command line keeps networks and keys of this person. */
public final class Home {
    private Home() {}

    /** {@code OCN_HOME}, or {@code .ocn} in the person's own folder. */
    public static Path folder(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("OCN_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".ocn"));
    }

    /** Where added networks are kept. */
    public static Path networks() {
        return folder(System.getenv()).resolve("networks");
    }

    /** Where a node of this name keeps its files. */
    public static Path node(String name) {
        return folder(System.getenv()).resolve("nodes").resolve(name);
    }

    /** Where this party's registration with its node is kept. */
    public static Path connection(PartyId party) {
        return folder(System.getenv())
                .resolve("connections")
                .resolve(party.countryCode() + "-" + party.partyId() + ".json");
    }

    /** Where keys are kept. */
    public static Path keys() {
        return folder(System.getenv()).resolve("keys");
    }
}
