package network.opencharging.node.replica;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Asks nodes; each request on a connection of its own. A GET that got no byte of an answer may be
 * sent once more by the JDK, as by most clients.
 */
final class Client {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What came back. */
    record Answer(int http, Json.Obj body) {
        int ocpi() {
            return body.member("status_code").map(Json::text).map(Integer::parseInt).orElse(0);
        }

        String token() {
            return body.objectOf("data").flatMap(data -> data.textOf("token")).orElseThrow();
        }
    }

    Answer admin(String node, String method, String path, String body) {
        return must(request(node + "/admin" + path, method, body, Fleet.ADMIN_KEY).build());
    }

    /** The same, where it may fail. */
    Answer tryAdmin(String node, String method, String path, String body) throws IOException {
        return send(request(node + "/admin" + path, method, body, Fleet.ADMIN_KEY).build());
    }

    /** Signs in with the form, and gives the cookie. */
    String signIn(String node) {
        HttpRequest form =
                HttpRequest.newBuilder(URI.create(node + "/admin/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("name=admin&password=" + Fleet.ADMIN_KEY))
                        .build();
        try {
            String cookie = answer(form).headers().firstValue("Set-Cookie").orElse("");
            return cookie.replaceAll(";.*", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** GET below /admin with what a browser has. */
    Answer withCookie(String node, String path, String cookie) {
        return must(
                HttpRequest.newBuilder(URI.create(node + "/admin" + path))
                        .header("Cookie", cookie)
                        .build());
    }

    /** Something a platform asks of the node itself. */
    Answer own(String node, String method, String path, String token, String body) {
        return must(request(node + "/ocpi" + path, method, body, token).build());
    }

    /** Registers, with an invitation given out by one address, at another. */
    String register(String inviting, String node, Backoffice platform) {
        String tokenA =
                admin(inviting, "POST", "/platforms", "{}").body().textOf("token").orElseThrow();
        Answer answer =
                must(
                        request(
                                        node + "/ocpi/2.2.1/credentials",
                                        "POST",
                                        platform.credentials(),
                                        tokenA)
                                .build());
        return answer.token();
    }

    /** GET of a location. */
    Answer askForLocation(String node, String token, PartyId from, PartyId to) {
        return must(locationRequest(node, token, from, to));
    }

    /** The same, where it may fail. */
    Answer tryToAskForLocation(String node, String token, PartyId from, PartyId to)
            throws IOException {
        return send(locationRequest(node, token, from, to));
    }

    private static HttpRequest locationRequest(
            String node, String token, PartyId from, PartyId to) {
        String role = to.equals(Fleet.ALICE) ? "sender" : "receiver";
        String path =
                to.equals(Fleet.ALICE)
                        ? "/LOC1"
                        : "/" + from.countryCode() + "/" + from.partyId() + "/LOC1";
        return request(node + "/ocpi/" + role + "/2.2.1/locations" + path, "GET", "", token)
                .header("OCPI-from-country-code", from.countryCode())
                .header("OCPI-from-party-id", from.partyId())
                .header("OCPI-to-country-code", to.countryCode())
                .header("OCPI-to-party-id", to.partyId())
                .build();
    }

    private static HttpRequest.Builder request(
            String url, String method, String body, String token) {
        String written = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Token " + written);
    }

    private static Answer must(HttpRequest request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw new AssertionError(request.uri().toString(), e);
        }
    }

    private static Answer send(HttpRequest request) throws IOException {
        HttpResponse<String> response = answer(request);
        Json read = JsonReader.standard().read(response.body()).orThrow();
        Json.Obj body = read instanceof Json.Obj it ? it : Json.Obj.EMPTY.with("items", read);
        return new Answer(response.statusCode(), body);
    }

    private static HttpResponse<String> answer(HttpRequest request) throws IOException {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
