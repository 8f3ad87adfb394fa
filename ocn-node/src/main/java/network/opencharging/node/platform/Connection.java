package network.opencharging.node.platform;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a platform is reached.
 *
 * @param versionsUrl the {@code url} of its credentials
 * @param version the OCPI version agreed
 * @param endpoints what its version details list, whole
 * @param token what we show to it
 */
public record Connection(
        URI versionsUrl, OcpiVersion version, List<Endpoint> endpoints, OutboundToken token) {
    /** Takes its own copy. */
    public Connection {
        endpoints = List.copyOf(endpoints);
    }

    /** Where the interface is served, if the platform has it. */
    public Optional<URI> endpoint(ModuleId module, InterfaceRole role) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.module().equals(module) && endpoint.role() == role)
                .map(Endpoint::url)
                .findFirst();
    }

    /** Where the credentials module is served: its interface role has no meaning (§6.2.2). */
    public Optional<URI> credentialsEndpoint() {
        return endpoints.stream()
                .filter(endpoint -> endpoint.module().equals(ModuleId.CREDENTIALS))
                .map(Endpoint::url)
                .findFirst();
    }

    /** Every origin the platform has announced. */
    public Set<Origin> origins() {
        Set<Origin> origins = new HashSet<>();
        origins.add(Origin.of(versionsUrl));
        endpoints.forEach(endpoint -> origins.add(Origin.of(endpoint.url())));
        return Set.copyOf(origins);
    }
}
