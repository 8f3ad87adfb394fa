package network.opencharging.node.platform;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a platform is reached.
 *
 * @param versionsUrl the {@code url} of its credentials
 * @param version the OCPI version agreed
 * @param endpoints what the details of its versions list, whole; those of the agreed one first
 * @param token what we show to it
 */
public record Connection(
        URI versionsUrl, OcpiVersion version, List<Endpoint> endpoints, OutboundToken token) {
    /** Takes its own copy. */
    public Connection {
        endpoints = List.copyOf(endpoints);
    }

    /** Where the interface is served in whatever version, if the platform has it. */
    public Optional<URI> endpoint(ModuleId module, InterfaceRole role) {
        return served(module, role).map(Endpoint::url).findFirst();
    }

    /** Where the interface takes messages of this version, if the platform has it. */
    public Optional<URI> endpoint(OcpiVersion of, ModuleId module, InterfaceRole role) {
        return served(module, role)
                .filter(endpoint -> endpoint.version().speaksLike(of))
                .map(Endpoint::url)
                .findFirst();
    }

    private Stream<Endpoint> served(ModuleId module, InterfaceRole role) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.module().equals(module) && endpoint.role() == role);
    }

    /** Whether it takes messages of this version. */
    public boolean speaks(OcpiVersion other) {
        return versions().anyMatch(other::speaksLike);
    }

    /** The versions whose messages it takes, the agreed one first. */
    public Stream<OcpiVersion> versions() {
        return Stream.concat(Stream.of(version), endpoints.stream().map(Endpoint::version))
                .distinct();
    }

    /**
     * Where the credentials module of the agreed version is served: its interface role has no
     * meaning (§6.2.4).
     */
    public Optional<URI> credentialsEndpoint() {
        return credentialsEndpoints().findFirst();
    }

    /** The same of every version. */
    public Stream<URI> credentialsEndpoints() {
        return endpoints.stream()
                .filter(endpoint -> endpoint.module().equals(ModuleId.CREDENTIALS))
                .map(Endpoint::url);
    }

    /** Every origin the platform has announced. */
    public Set<Origin> origins() {
        Set<Origin> origins = new HashSet<>();
        origins.add(Origin.of(versionsUrl));
        endpoints.forEach(endpoint -> origins.add(Origin.of(endpoint.url())));
        return Set.copyOf(origins);
    }
}
