package network.opencharging.benchmarks.place;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.registry.directory.Party;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Connects platforms of the stub to a node, by the handshake of OCPI. */
final class Joining {
    private final HttpCalls calls;

    Joining(HttpCalls calls) {
        this.calls = calls;
    }

    /** Registers, and answers the header with which the platform may come. */
    String join(Node node, String versions, List<PartyId> parties) throws IOException {
        String invited = invite(node, parties);
        String credentials =
                Json.Obj.EMPTY
                        .with("token", "a-token-of-the-stub")
                        .with("url", versions)
                        .with("roles", ids(parties, true))
                        .text();
        String answer =
                send(
                        "POST",
                        node.url() + "/ocpi/2.2.1/credentials",
                        "Token " + base64(invited),
                        credentials);
        return "Token "
                + base64(
                        JsonText.parse(answer).orElseThrow().path("data").path("token").asString());
    }

    /** The token A for a platform that speaks for these parties. */
    String invite(Node node, List<PartyId> parties) throws IOException {
        String wish = Json.Obj.EMPTY.with("parties", ids(parties, false)).text();
        return JsonText.parse(
                        send(
                                "POST",
                                node.url() + "/admin/platforms",
                                "Token " + node.adminKey(),
                                wish))
                .orElseThrow()
                .path("token")
                .asString();
    }

    /** Sets a platform's rules. */
    void block(Node node, String token, PartyId who, List<Party> strangers) throws IOException {
        List<Json> entries = new ArrayList<>();
        for (Party stranger : strangers) {
            entries.add(
                    Json.Obj.EMPTY
                            .with("country_code", stranger.id().countryCode())
                            .with("party_id", stranger.id().partyId())
                            .with("modules", Json.array(List.of(Json.text("sessions")))));
        }
        send(
                "PUT",
                node.url() + "/ocpi/receiver/2.2.1/ocnrules/blacklist",
                token,
                Json.array(entries).text());
    }

    private static Json ids(List<PartyId> parties, boolean roles) {
        List<Json> all = new ArrayList<>();
        for (PartyId party : parties) {
            Json.Obj one =
                    Json.Obj.EMPTY
                            .with("country_code", party.countryCode())
                            .with("party_id", party.partyId());
            all.add(
                    roles
                            ? one.with("role", party.countryCode().equals("DE") ? "CPO" : "EMSP")
                                    .with("business_details", Json.Obj.EMPTY.with("name", "Stub"))
                            : one);
        }
        return Json.array(all);
    }

    private String send(String method, String url, String token, String body) throws IOException {
        Answer answer =
                calls.send(
                        new Request(
                                method,
                                URI.create(url),
                                Headers.NONE
                                        .with("Authorization", token)
                                        .with("Content-Type", "application/json"),
                                body));
        if (answer.status() >= 300 || answer.body().contains("\"status_code\":2")) {
            throw new IOException(
                    "%s answered %d %s".formatted(url, answer.status(), answer.body()));
        }
        return answer.body();
    }

    static void tell(HttpCalls calls, String url, String text) throws IOException {
        calls.send(new Request("POST", URI.create(url), Headers.NONE, text));
    }

    private static String base64(String token) {
        return Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }
}
