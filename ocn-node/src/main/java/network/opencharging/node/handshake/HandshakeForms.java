package network.opencharging.node.handshake;

import network.opencharging.node.platform.OcpiVersion;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The versions in which this node takes registrations.
 *
 * @param all in the order in which they are offered and preferred
 */
public record HandshakeForms(List<HandshakeForm> all) {
    /** Takes its own copy. */
    public HandshakeForms {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one version");
        }
    }

    /** The form of the version of that name. */
    public Optional<HandshakeForm> find(String version) {
        return all.stream().filter(form -> form.version().value().equals(version)).findFirst();
    }

    /** The form of this version, which must be one of them. */
    HandshakeForm of(OcpiVersion version) {
        return find(version.value()).orElseThrow();
    }

    /** The version that is preferred where everything is open. */
    OcpiVersion preferred() {
        return all.getFirst().version();
    }

    /** Those that are spoken through an adapter. */
    Stream<OcpiVersion> translated() {
        return all.stream().filter(HandshakeForm::isTranslated).map(HandshakeForm::version);
    }

    /** That of this version first, then all that need no translation. */
    List<HandshakeForm> beginningWith(OcpiVersion wanted) {
        return Stream.concat(
                        find(wanted.value()).stream(),
                        all.stream().filter(form -> !form.isTranslated()))
                .distinct()
                .toList();
    }

    /** For sentences: {@code 2.3.0, 2.2.1, 2.2}. */
    @Override
    public String toString() {
        return all.stream().map(form -> form.version().value()).collect(Collectors.joining(", "));
    }
}
