package network.opencharging.tools.local;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to a node's admin API. */
public final class NodeAdmin {
    private final URI node;
    private final String key;

    /**
     * The admin of one node.
     *
     * @param node its address
     * @param key its admin key
     */
    public NodeAdmin(URI node, String key) {
        this.node = node;
        this.key = key;
    }

    /**
     * What a platform needs to begin.
     *
     * @param token token A
     * @param versions where it begins
     */
    public record Invitation(String token, URI versions) {
        /** The address, never the token. */
        @Override
        public String toString() {
            return "invitation to " + versions;
        }
    }

    /** Invites a platform for this party. */
    public Invitation invite(PartyId party) throws IOException, InterruptedException {
        ObjectNode wish = JsonText.object();
        wish.putArray("parties")
                .addObject()
                .put("country_code", party.countryCode())
                .put("party_id", party.partyId());
        JsonNode answer = post("/admin/platforms", wish);
        return new Invitation(
                answer.path("token").asString(),
                URI.create(answer.path("versions_url").asString()));
    }

    /** Lets the node register with a platform that has given out a token A. */
    public void approach(URI versions, String token) throws IOException, InterruptedException {
        ObjectNode wish = JsonText.object();
        wish.put("versions_url", versions.toString()).put("token", token);
        post("/admin/handshakes", wish);
    }

    private JsonNode post(String path, ObjectNode wish) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(node + path))
                        .header("Authorization", "Token " + key)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(30))
                        .POST(HttpRequest.BodyPublishers.ofString(JsonText.write(wish)))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(
                        "%s%s answered %d: %s"
                                .formatted(node, path, answer.statusCode(), answer.body()));
            }
            return JsonText.parse(answer.body())
                    .orElseThrow(() -> new IOException(node + path + " answered no JSON"));
        }
    }
}
