package network.opencharging.node.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The versions this node speaks itself.
 *
 * @param spoken at least one, in the order in which they are offered and preferred
 */
public record Versions(List<OcpiVersion> spoken) {
    /** Everything there is, the latest first. */
    public static final Versions ALL =
            new Versions(List.of(OcpiVersion.V2_3_0, OcpiVersion.V2_2_1, OcpiVersion.V2_2));

    /** Refuses what this node cannot speak. */
    public Versions {
        spoken = List.copyOf(spoken);
        if (spoken.isEmpty()) {
            throw new IllegalArgumentException("versions must name at least one version");
        }
    }

    /**
     * The versions of these names.
     *
     * @throws IllegalArgumentException naming one that this node cannot speak
     */
    public static Versions of(List<String> names) {
        return new Versions(
                names.stream()
                        .map(name ->
                                ALL.find(name)
                                        .orElseThrow(() ->
                                                new IllegalArgumentException(
                                                        "versions must be of %s, not '%s'"
                                                                .formatted(ALL, name))))
                        .distinct()
                        .toList());
    }

    /** The version of that name, if it is spoken. */
    public Optional<OcpiVersion> find(String name) {
        return spoken.stream().filter(version -> version.value().equals(name)).findFirst();
    }

    /** All of them, this one first if it is among them. */
    public List<OcpiVersion> beginningWith(OcpiVersion wanted) {
        return Stream.concat(spoken.stream().filter(wanted::equals), spoken.stream())
                .distinct()
                .toList();
    }

    /** For sentences: {@code 2.3.0, 2.2.1, 2.2}. */
    @Override
    public String toString() {
        return spoken.stream().map(OcpiVersion::value).collect(Collectors.joining(", "));
    }
}
