package network.opencharging.tools.ocpi.door;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Interface;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Where everything is on this platform. The two sides of a module lie apart, because the path of a
 * Location at its owner looks like the path of a Location at its receiver.
 *
 * @param base the address of the platform
 */
public record Layout(URI base) {
    static final String VERSION = "2.2.1";

    /** The address that is given to a hub. */
    public URI versions() {
        return URI.create(base + "/ocpi/versions");
    }

    URI details() {
        return URI.create(base + "/ocpi/" + VERSION);
    }

    private URI credentials() {
        return URI.create(details() + "/credentials");
    }

    /** The address of one side of a module. */
    public URI of(ModuleId module, InterfaceRole role) {
        String side = role.name().toLowerCase(Locale.ROOT);
        return URI.create(base + "/ocpi/" + side + "/" + VERSION + "/" + module);
    }

    /** The data of the versions. */
    ArrayNode versionList() {
        ObjectNode version = JsonText.object();
        version.put("version", VERSION);
        version.put("url", details().toString());
        return JsonText.list(List.of(version));
    }

    /** The data of the version details. */
    ObjectNode versionDetails(List<Interface> interfaces) {
        ObjectNode json = JsonText.object();
        json.put("version", VERSION);
        ArrayNode endpoints = json.putArray("endpoints");
        endpoints.add(endpoint(ModuleId.CREDENTIALS.value(), InterfaceRole.SENDER, credentials()));
        for (Interface side : interfaces) {
            endpoints.add(
                    endpoint(side.module().value(), side.role(), of(side.module(), side.role())));
        }
        return json;
    }

    private static ObjectNode endpoint(String module, InterfaceRole role, URI url) {
        ObjectNode json = JsonText.object();
        json.put("identifier", module);
        json.put("role", role.name());
        json.put("url", url.toString());
        return json;
    }
}
