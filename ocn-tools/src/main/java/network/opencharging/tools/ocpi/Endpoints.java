package network.opencharging.tools.ocpi;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the interfaces of a platform are (OCPI 2.2.1 §6.2): looked up by module and role, never
 * guessed from a URL.
 *
 * @param urls by {@code module role}
 */
public record Endpoints(Map<String, URI> urls) {
    /** Copies. */
    public Endpoints {
        urls = Map.copyOf(urls);
    }

    /** From the data of version details; endpoints without a usable address are left out. */
    public static Endpoints read(JsonNode details) {
        Map<String, URI> urls = new LinkedHashMap<>();
        for (JsonNode endpoint : details.path("endpoints")) {
            String module = JsonText.text(endpoint, "identifier").orElse("");
            String role = JsonText.text(endpoint, "role").orElse("");
            JsonText.text(endpoint, "url")
                    .flatMap(Endpoints::address)
                    .ifPresent(url -> urls.put(key(module, role), url));
        }
        return new Endpoints(urls);
    }

    /** The address in a text, or empty when it is not an absolute one of HTTP. */
    public static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text);
            return Optional.of(uri)
                    .filter(url -> url.getHost() != null)
                    .filter(url -> String.valueOf(url.getScheme()).startsWith("http"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The address of an interface, or empty when the platform does not offer it. */
    public Optional<URI> find(ModuleId module, InterfaceRole role) {
        return Optional.ofNullable(urls.get(key(module.value(), role.name())));
    }

    /** The address of the credentials module, whose role has no meaning. */
    public Optional<URI> credentials() {
        return find(ModuleId.CREDENTIALS, InterfaceRole.SENDER)
                .or(() -> find(ModuleId.CREDENTIALS, InterfaceRole.RECEIVER));
    }

    private static String key(String module, String role) {
        return (module + " " + role).toLowerCase(Locale.ROOT);
    }
}
