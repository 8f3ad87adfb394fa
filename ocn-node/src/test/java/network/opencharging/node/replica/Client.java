package network.opencharging.node.replica;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.party.PartyId;

import okhttp3.ConnectionPool;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Asks nodes; each request on a connection of its own, none made twice. */
final class Client {
    private final OkHttpClient http =
            new OkHttpClient.Builder()
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                    .retryOnConnectionFailure(false)
                    .readTimeout(60, TimeUnit.SECONDS)
                    .build();

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

    /** Signs in with the form, and gives the cookie. */
    String signIn(String node) {
        Request request =
                new Request.Builder()
                        .url(node + "/admin/login")
                        .post(
                                new FormBody.Builder()
                                        .add("name", "admin")
                                        .add("password", Fleet.ADMIN_KEY)
                                        .build())
                        .build();
        OkHttpClient staying = http.newBuilder().followRedirects(false).build();
        try (Response response = staying.newCall(request).execute()) {
            return String.join("", response.headers("Set-Cookie")).replaceAll(";.*", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** GET below /admin with what a browser has. */
    Answer withCookie(String node, String path, String cookie) {
        return must(
                new Request.Builder().url(node + "/admin" + path).header("Cookie", cookie).build());
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

    private static Request locationRequest(String node, String token, PartyId from, PartyId to) {
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

    private static Request.Builder request(String url, String method, String body, String token) {
        String written = Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
        return new Request.Builder()
                .url(url)
                .method(
                        method,
                        method.equals("GET")
                                ? null
                                : RequestBody.create(body, MediaType.get("application/json")))
                .header("Authorization", "Token " + written);
    }

    private Answer must(Request request) {
        try {
            return send(request);
        } catch (IOException e) {
            throw new AssertionError(request.url().toString(), e);
        }
    }

    private Answer send(Request request) throws IOException {
        try (Response response = http.newCall(request).execute()) {
            Json read = JsonReader.standard().read(response.body().string()).orThrow();
            Json.Obj body = read instanceof Json.Obj it ? it : Json.Obj.EMPTY.with("items", read);
            return new Answer(response.code(), body);
        }
    }
}
