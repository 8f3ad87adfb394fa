package network.opencharging.node.desk;

import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.clientinfo.ClientInfo;
import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.rules.RuleBook;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.OcpiStatus;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is connected: the hub's side of HubClientInfo, paged (OCPI 2.2.1 §15.3.2.1). */
@RestController
public class ClientInfoDesk {
    private final FrontDesk desk;
    private final NodeIdentity self;
    private final ClientBook clients;
    private final RuleBook rules;

    /** Reads from this book. */
    public ClientInfoDesk(FrontDesk desk, NodeIdentity self, ClientBook clients, RuleBook rules) {
        this.desk = desk;
        this.self = self;
        this.clients = clients;
        this.rules = rules;
    }

    /** One page of clients. */
    @GetMapping("/ocpi/{version:2\\.2|2\\.2\\.1|2\\.3\\.0}/hubclientinfo")
    public ResponseEntity<byte[]> list(@PathVariable String version, HttpServletRequest request) {
        String url = "%s/ocpi/%s/hubclientinfo".formatted(self.url(), version);
        return desk.receive(
                request,
                visitor ->
                        switch (visitor) {
                            case Visitor.Registered(var platform, var _) ->
                                    switch (PageRequest.of(request)) {
                                        case Checked.Good<PageRequest>(PageRequest page) ->
                                                page(page, url, platform);
                                        case Checked.Bad<PageRequest> bad ->
                                                Answer.refusal(
                                                        200,
                                                        OcpiStatus.INVALID_PARAMETERS,
                                                        bad.sentence() + ".");
                                    };
                            case Visitor.Invited _ ->
                                    Answer.refusal(
                                            401,
                                            OcpiStatus.CLIENT_ERROR,
                                            "This token is good for versions and credentials"
                                                    + " only: register first.");
                        });
    }

    /** Its own parties, and those whom its parties may meet; asked for each of many clients. */
    private boolean isVisible(ConnectedPlatform platform, ClientInfo client) {
        for (PartyRole role : platform.roles()) {
            if (role.party().equals(client.party())
                    || rules.mayMeet(role.party(), client.party())) {
                return true;
            }
        }
        return false;
    }

    private Answer page(PageRequest page, String url, ConnectedPlatform platform) {
        List<Json.Obj> items = new ArrayList<>();
        int matching = 0;
        for (ClientInfo client : clients.all()) {
            if (page.covers(client.lastUpdated()) && isVisible(platform, client)) {
                if (matching >= page.offset() && items.size() < page.limit()) {
                    items.add(client.toJson());
                }
                matching++;
            }
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HeaderNames.X_TOTAL_COUNT, Integer.toString(matching));
        headers.put(HeaderNames.X_LIMIT, Integer.toString(PageRequest.MOST));
        if (page.offset() + items.size() < matching) {
            headers.put(
                    HeaderNames.LINK,
                    "<%s?%s>; rel=\"next\"".formatted(url, page.next(items.size())));
        }
        return Answer.success(Json.array(items)).with(headers);
    }
}
