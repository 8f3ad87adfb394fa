package network.opencharging.tools.ocpi.register;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.call.OcpiCaller;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Finds out what another platform offers: versions, then details (OCPI 2.2.1 §6).
 *
 * @param caller asks
 */
record Discovery(OcpiCaller caller) {
    static final String VERSION = "2.2.1";

    /**
     * The endpoints of version 2.2.1.
     *
     * @throws Unusable when there are none to be had
     */
    Endpoints endpoints(URI versions, String token) throws Unusable {
        JsonNode list = get(versions, token);
        for (JsonNode version : list) {
            if (JsonText.text(version, "version").equals(Optional.of(VERSION))) {
                URI url =
                        JsonText.text(version, "url")
                                .flatMap(Endpoints::address)
                                .orElseThrow(() -> unusable("version 2.2.1 has no usable url"));
                return checked(Endpoints.read(get(url, token)));
            }
        }
        throw new Unusable(
                OcpiStatus.UNSUPPORTED_VERSION, versions + " does not offer version 2.2.1");
    }

    private static Endpoints checked(Endpoints endpoints) throws Unusable {
        if (endpoints.credentials().isEmpty()) {
            throw new Unusable(
                    OcpiStatus.NO_MATCHING_ENDPOINTS,
                    "version details lack the credentials module");
        }
        return endpoints;
    }

    private JsonNode get(URI url, String token) throws Unusable {
        try {
            Reply reply = caller.configure("GET", url, token, "");
            if (!reply.isSuccess()) {
                throw unusable("GET " + url + ": " + reply.summary());
            }
            return reply.data().orElseThrow(() -> unusable("GET " + url + ": no data"));
        } catch (IOException e) {
            throw unusable("GET " + url + ": " + e.getMessage());
        }
    }

    private static Unusable unusable(String message) {
        return new Unusable(OcpiStatus.CLIENT_API_UNUSABLE, message);
    }
}
