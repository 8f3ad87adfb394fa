package network.opencharging.tools.local;

import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Speaks to a node's admin API. */
public final class NodeAdmin {
    private final URI node;
    private final String key;
    private final HttpCalls calls;

    /**
     * The admin of one node.
     *
     * @param node its address
     * @param key its admin key
     * @param calls carries the requests
     */
    public NodeAdmin(URI node, String key, HttpCalls calls) {
        this.node = node;
        this.key = key;
        this.calls = calls;
    }

    /**
     * What a platform needs to begin.
     *
     * @param token token A
     * @param versions where it begins
     */
    public record Invitation(String token, URI versions) {
        /**
         * Writes it as a bridge or a backend reads it; only the owner of the file can.
         *
         * @throws IOException when it cannot be written
         */
        public void writeTo(Path file) throws IOException {
            OwnersFile.write(
                    file,
                    JsonText.write(
                            JsonText.object()
                                    .put("versions_url", versions.toString())
                                    .put("token", token)));
        }

        /** The address, never the token. */
        @Override
        public String toString() {
            return "invitation to " + versions;
        }
    }

    /**
     * Invites a platform for this party.
     *
     * @throws IOException when the node does not answer or refuses
     */
    public Invitation invite(PartyId party) throws IOException {
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

    /**
     * Lets the node register with a platform that has given out a token A.
     *
     * @throws IOException when the node does not answer or refuses
     */
    public void approach(URI versions, String token) throws IOException {
        ObjectNode wish = JsonText.object();
        wish.put("versions_url", versions.toString()).put("token", token);
        post("/admin/handshakes", wish);
    }

    private JsonNode post(String path, ObjectNode wish) throws IOException {
        Headers headers =
                Headers.NONE
                        .with("Authorization", "Token " + key)
                        .with("Content-Type", "application/json");
        Answer answer =
                calls.send(
                        new Request(
                                "POST", URI.create(node + path), headers, JsonText.write(wish)));
        if (answer.status() >= 300) {
            throw new IOException(
                    "%s%s answered %d: %s".formatted(node, path, answer.status(), answer.body()));
        }
        return JsonText.parse(answer.body())
                .orElseThrow(() -> new IOException(node + path + " answered no JSON"));
    }
}
