package network.opencharging.tools.mock.hub;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.Page;
import network.opencharging.tools.ocpi.PageQuery;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * HubClientInfo (OCPI 2.2.1 §15): who is connected, as a list, and told whenever that changes.
 *
 * @param settings of the hub
 * @param guests who is connected
 * @param post sends
 */
record ClientDesk(Settings settings, Guests guests, Post post) {

    Outcome list(Request request) {
        Optional<PageQuery> query = PageQuery.read(request.query(), settings.size().pageSize());
        if (!request.method().equals("GET")) {
            return Outcome.notAllowed(request.method());
        }
        if (query.isEmpty()) {
            return Outcome.invalid("a parameter of the list has the wrong form");
        }
        List<ObjectNode> all =
                guests.clients().stream().filter(client -> isWithin(client, query.get())).toList();
        List<ObjectNode> part =
                all.stream().skip(query.get().offset()).limit(query.get().limit()).toList();
        return new Outcome.Listed(
                new Page(part, all.size(), query.get().offset(), query.get().limit()));
    }

    private static boolean isWithin(ObjectNode client, PageQuery query) {
        Instant updated = PageQuery.instant(client.path("last_updated").asString());
        return !updated.isBefore(query.from()) && updated.isBefore(query.to());
    }

    /** Tells everybody else who wants to know. */
    void tell(Guest about, ObjectNode client) {
        for (Guest guest : guests.all()) {
            Optional<URI> url = guest.endpoint(ModuleId.HUB_CLIENT_INFO, InterfaceRole.RECEIVER);
            if (!guest.equals(about) && url.isPresent()) {
                tell(guest, url.get(), client);
            }
        }
    }

    private boolean tell(Guest guest, URI url, ObjectNode client) {
        String suffix =
                "/%s/%s"
                        .formatted(
                                client.path("country_code").asString(),
                                client.path("party_id").asString());
        Headers headers =
                new MessageIds(settings.seams().ids().get(), settings.seams().ids().get())
                        .writeTo(Headers.NONE)
                        .with(HeaderNames.CONTENT_TYPE, "application/json")
                        .with(HeaderNames.AUTHORIZATION, guest.authorization());
        try {
            post.send(
                    new Request("PUT", URI.create(url + suffix), headers, JsonText.write(client)));
            return true;
        } catch (IOException e) {
            // Who does not listen asks again by GET; the log has the reason.
            return false;
        }
    }
}
