package network.opencharging.node.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import network.opencharging.fuzz.WireRequest;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Good requests of a node's operator, of which bad ones are made. */
final class AdminEntryPoints {
    private static final String ALICE = "platforms/fuzz-ALC";

    private AdminEntryPoints() {}

    /**
     * What the operator asks.
     *
     * @param elsewhere a server that is no platform
     */
    static List<WireRequest> all(String elsewhere) {
        String south = RunningNode.SOUTH.address().toString();
        List<WireRequest> all = new ArrayList<>();
        for (String place :
                List.of(
                        "platforms",
                        ALICE,
                        ALICE + "/rules",
                        "rules",
                        "messages?party=DE/ALC&module=cdrs&refused=true&status=2001&limit=3&from=2026-01-01T00:00:00Z",
                        "messages?correlation_id=c-1&until=2036-01-01T00:00:00Z",
                        "messages/1",
                        "live",
                        "overview",
                        "parties?party=DE/ALC&offset=0&limit=2",
                        "address",
                        "login/oidc?next=%2Fadmin%2F",
                        "login/oidc/callback?code=c&state=s",
                        "peers",
                        "peers/" + south,
                        "registry",
                        "registry/parties/NL/SOU",
                        "registry/operators/" + south,
                        "administrators",
                        "audit?who=admin&what=platforms&limit=3&from=2026-01-01T00:00:00Z&until=2036-01-01T00:00:00Z",
                        "session",
                        "openapi.json",
                        "page.js",
                        "page.css",
                        "")) {
            all.add(WireRequest.of("GET", "/admin/" + place, ""));
        }
        all.add(WireRequest.of("GET", "/admin", ""));
        all.add(WireRequest.of("HEAD", "/admin/live", ""));
        all.addAll(ofPlatforms(elsewhere));
        all.addAll(ofTheNetwork(south));
        all.addAll(ofPeople());
        return all;
    }

    private static List<WireRequest> ofPlatforms(String elsewhere) {
        List<WireRequest> all = new ArrayList<>();
        for (String deed : List.of("suspend", "resume", "rotate", "refresh")) {
            all.add(WireRequest.of("POST", "/admin/" + ALICE + "/" + deed, ""));
        }
        all.add(WireRequest.of("POST", "/admin/" + ALICE + "/invitation", "{\"days\":3}"));
        all.add(WireRequest.of("DELETE", "/admin/platforms/nobody", ""));
        all.add(
                WireRequest.of(
                        "POST",
                        "/admin/platforms",
                        "{\"days\":3,\"parties\":[{\"country_code\":\"DE\",\"party_id\":\"ALC\"}]}"));
        all.add(
                WireRequest.of(
                        "POST",
                        "/admin/handshakes",
                        "{\"versions_url\":\"%s/nothing\",\"token\":\"t\"}".formatted(elsewhere)));
        return all;
    }

    private static List<WireRequest> ofTheNetwork(String south) {
        return List.of(
                WireRequest.of("POST", "/admin/peers/" + south + "/probe", ""),
                WireRequest.of("POST", "/admin/registry/refresh", ""));
    }

    private static List<WireRequest> ofPeople() {
        String password = "{\"password\":\"a-password-that-is-long-enough\"}";
        return List.of(
                WireRequest.of("DELETE", "/admin/session", ""),
                WireRequest.of("PUT", "/admin/administrators/ada/password", password),
                WireRequest.of("POST", "/admin/administrators/ada/key", "{}"),
                WireRequest.of("DELETE", "/admin/administrators/ada", ""));
    }

    /**
     * The form that is for everybody, and what a browser does then.
     *
     * @param cookie name and value, of who has signed in
     * @param proof that belongs to it
     */
    static List<WireRequest> signIn(String cookie, String proof) {
        String form = "name=admin&next=/admin/parties?offset=2&password=" + RunningNode.ADMIN_KEY;
        return List.of(
                WireRequest.of("GET", "/admin/login", ""),
                WireRequest.of("GET", "/admin/login?next=/admin/messages?module=cdrs", ""),
                WireRequest.of("POST", "/admin/login", form)
                        .with("Content-Type", "application/x-www-form-urlencoded"),
                WireRequest.of("GET", "/admin/", "")
                        .with("Cookie", cookie)
                        .with("Accept", "text/html"),
                WireRequest.of("GET", "/admin/session", "").with("Cookie", cookie),
                WireRequest.of("POST", "/admin/registry/refresh", "")
                        .with("Cookie", cookie)
                        .with("X-CSRF-Token", proof));
    }

    /**
     * With the operator's key, and with no other: after some wrong ones nobody would be let in for
     * a while.
     */
    static WireRequest withTheKey(WireRequest request) {
        String key = Base64.getEncoder().encodeToString(RunningNode.ADMIN_KEY.getBytes(UTF_8));
        List<WireRequest.Header> others =
                request.headers().stream()
                        .filter(header -> !header.name().equalsIgnoreCase("Authorization"))
                        .toList();
        return request.withHeaders(others).with("Authorization", "Token " + key);
    }
}
