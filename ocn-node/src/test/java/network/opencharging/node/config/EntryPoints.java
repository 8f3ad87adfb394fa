package network.opencharging.node.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import network.opencharging.fuzz.WireRequest;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.message.NodeHeaders;
import network.opencharging.protocol.message.NodeMessage;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.Route;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.protocol.signing.OcnSigner;
import network.opencharging.protocol.signing.SignedValues;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Good requests to every entrance of a node, of which bad ones are made. */
final class EntryPoints {
    private static final String BODY =
            "{\"id\":\"X1\",\"country_code\":\"DE\",\"party_id\":\"ALC\",\"kwh\":12.50,\"response_url\":\"%s/result\","
                + "\"cdr_token\":{\"country_code\":\"FR\",\"party_id\":\"CAR\",\"uid\":\"U\"},"
                + "\"evses\":[{\"uid\":\"E\",\"connectors\":[{\"id\":\"1\"}]}],\"last_updated\":\"2026-11-28T12:00:00Z\"}";

    private static final String QUERY =
            "{\"query\":\"query($n: Int){ parties(first: $n) { id countryCode partyId operator { id"
                    + " domain } } }\",\"variables\":{\"n\":2}}";

    /** The operator's key, who may sign for its parties. */
    private static final PrivateKey OPERATOR = PrivateKey.parse("b2".repeat(32)).orElseThrow();

    private final FuzzParty alice;
    private final FuzzParty carol;
    private final PartyId hub = new PartyId("CH", "OCN");

    EntryPoints(FuzzParty alice, FuzzParty carol) {
        this.alice = alice;
        this.carol = carol;
    }

    /** Every row of the route table, in three shapes of paths, to a party, the hub and nobody. */
    List<WireRequest> platformDoor() {
        List<WireRequest> all = new ArrayList<>();
        for (Route route : RouteTable.ocpi221().routes()) {
            String side = route.role().name().toLowerCase(Locale.ROOT);
            String rest = route.module() + "/" + path(route);
            for (String shape :
                    List.of(
                            "/ocpi/%s/2.2.1/%s",
                            "/ocpi/%s/2.3.0/%s", "/ocpi/%s/2.2/%s", "/ocpi/custom/%s/%s")) {
                String target = shape.formatted(side, rest);
                all.add(routed(asked(route.method().name(), target), carol.id()));
            }
            String target = "/ocpi/2.2.1/%s/%s?limit=5&offset=1".formatted(side, rest);
            all.add(routed(asked(route.method().name(), target), hub));
            all.add(asked(route.method().name(), "/ocpi/%s/2.2.1/%s".formatted(side, rest)));
        }
        all.add(routed(asked("GET", "/ocpi/2.2.1/versions"), carol.id()));
        all.add(routed(asked("PUT", "/ocpi/custom/receiver/xyz-parking/a/b?c=d"), carol.id()));
        all.add(signed(asked("PUT", "/ocpi/receiver/2.2.1/locations/DE/ALC/L1")));
        all.add(signed(asked("PUT", "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1")));
        return all;
    }

    private static String path(Route route) {
        return route.path()
                .toString()
                .replace("[", "")
                .replace("]", "")
                .replace("{country_code}/{party_id}", "DE/ALC")
                .replaceAll("\\{command}", "START_SESSION")
                .replaceAll("\\{[a-z_]+}", "X1");
    }

    private WireRequest asked(String method, String target) {
        boolean get = method.equals("GET") || method.equals("DELETE");
        String query =
                target.contains("chargingprofiles") ? "?response_url=" + alice.url() + "/r" : "";
        return authorized(
                        WireRequest.of(
                                method, target + query, get ? "" : BODY.formatted(alice.url())))
                .with("OCPI-from-country-code", alice.id().countryCode())
                .with("OCPI-from-party-id", alice.id().partyId());
    }

    private static WireRequest routed(WireRequest request, PartyId to) {
        return request.with("OCPI-to-country-code", to.countryCode())
                .with("OCPI-to-party-id", to.partyId());
    }

    private WireRequest signed(WireRequest request) {
        String signature =
                new OcnSigner(OPERATOR)
                        .sign(
                                SignedValues.ofRequest(
                                        "c-1",
                                        RoutingHeaders.of(alice.id(), carol.id()),
                                        Map.of(),
                                        Optional.of(request.body().json().orThrow())))
                        .pack(Packing.GZIP);
        return routed(request, carol.id()).with("OCN-Signature", signature);
    }

    private WireRequest authorized(WireRequest request) {
        String token = Base64.getEncoder().encodeToString(alice.inbound().getBytes(UTF_8));
        return request.with("Authorization", "Token " + token)
                .with("X-Request-ID", "r-1")
                .with("X-Correlation-ID", "c-1")
                .with("Content-Type", "application/json");
    }

    /** Every row of the route table as another node sends it. */
    List<WireRequest> nodeDoor() {
        List<WireRequest> all = new ArrayList<>();
        for (Route route : RouteTable.ocpi221().routes()) {
            RouteKey key = new RouteKey(route.module(), route.role(), route.method(), path(route));
            NodeMessage message =
                    new NodeMessage(
                            key,
                            new NodeHeaders(
                                    Optional.empty(),
                                    new MessageIds("r-1", "c-1"),
                                    RunningNode.ELSEWHERE,
                                    carol.id(),
                                    Optional.empty()),
                            Json.Obj.EMPTY
                                    .with("limit", "5")
                                    .with("response_url", "http://x.example"),
                            new NodeMessage.Proxy(
                                    Optional.of("u"), Optional.of(carol.url() + "/x")),
                            Optional.of(Body.of(BODY.formatted(carol.url()))));
            all.add(
                    WireRequest.of("POST", "/ocn/message", message.toBody().text())
                            .with("X-Request-ID", "r-2")
                            .with("Content-Type", "application/json"));
        }
        return all;
    }

    /** What the node answers itself. */
    List<WireRequest> desk() {
        List<WireRequest> all = new ArrayList<>();
        String credentials =
                "{\"token\":\"t\",\"url\":\"%s/versions\",\"roles\":[{\"role\":\"CPO\",\"business_details\":{\"name\":\"x\"},\"party_id\":\"ALC\",\"country_code\":\"DE\"}]}"
                        .formatted(alice.url());
        for (String version : List.of("2.2", "2.2.1", "2.3.0")) {
            all.add(authorized(WireRequest.of("GET", "/ocpi/" + version, "")));
            for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                String target = "/ocpi/%s/credentials".formatted(version);
                all.add(authorized(WireRequest.of(method, target, credentials)));
            }
            String clients =
                    "/ocpi/"
                            + version
                            + "/hubclientinfo?date_from=2026-01-01T00:00:00Z&offset=0&limit=2";
            all.add(authorized(WireRequest.of("GET", clients, "")));
            all.addAll(rules("/ocpi/receiver/" + version + "/ocnrules"));
            all.addAll(rules("/ocpi/" + version + "/receiver/ocnrules"));
            all.addAll(consents("/ocpi/receiver/" + version + "/ocnobservers"));
        }
        all.add(authorized(WireRequest.of("GET", "/ocpi/versions", "")));
        all.addAll(openToEverybody());
        return all;
    }

    private static List<WireRequest> openToEverybody() {
        List<WireRequest> all = new ArrayList<>();
        for (String place : List.of("/ocn/client-info", "/ocn/message/ocn/client-info")) {
            all.add(
                    WireRequest.of(
                            "PUT",
                            place,
                            "{\"party_id\":\"SOU\",\"country_code\":\"NL\",\"role\":\"EMSP\",\"status\":\"CONNECTED\",\"last_updated\":\"2026-11-28T12:00:00Z\"}"));
        }
        for (String place :
                List.of(
                        "node-info",
                        "node/DE/ALC",
                        "operators",
                        "nodes",
                        "all-parties",
                        "my-parties",
                        "my-parties/emsp")) {
            all.add(WireRequest.of("GET", "/ocn/registry/" + place, ""));
        }
        for (String place :
                List.of(
                        "/health",
                        "/health/live",
                        "/health/ready",
                        "/metrics",
                        "/logo.svg",
                        "/.well-known/ocn-domain-claim")) {
            all.add(WireRequest.of("GET", place, ""));
        }
        all.add(
                WireRequest.of("POST", "/ocn/registry/graphql", QUERY)
                        .with("Content-Type", "application/json"));
        return all;
    }

    private List<WireRequest> rules(String place) {
        String entry =
                "{\"party_id\":\"CAR\",\"country_code\":\"FR\",\"modules\":[\"locations\",\"cdrs\"]}";
        return List.of(
                authorized(WireRequest.of("GET", place, "")),
                authorized(WireRequest.of("PUT", place + "/signatures", "")),
                authorized(WireRequest.of("PUT", place + "/block-all", "")),
                authorized(WireRequest.of("PUT", place + "/whitelist", "[" + entry + "]")),
                authorized(WireRequest.of("POST", place + "/blacklist", entry)),
                authorized(WireRequest.of("DELETE", place + "/whitelist/FR/CAR", "")));
    }

    private List<WireRequest> consents(String place) {
        return List.of(
                authorized(WireRequest.of("GET", place, "")),
                authorized(WireRequest.of("PUT", place + "/counts", "")),
                authorized(WireRequest.of("DELETE", place + "/counts", "")));
    }
}
