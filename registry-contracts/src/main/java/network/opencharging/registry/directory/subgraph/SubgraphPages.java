package network.opencharging.registry.directory.subgraph;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole lists out of a subgraph, a thousand entries a request. An index server gives a hundred when
 * it is not told how many, and never more than a thousand.
 */
final class SubgraphPages {
    private static final int PAGE = 1000;
    private static final long LARGEST_ANSWER = 64L * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final HttpClient http;
    private final SubgraphEndpoint endpoint;

    SubgraphPages(HttpClient http, SubgraphEndpoint endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    /**
     * Everything in this list, by id.
     *
     * @param list the name of the list in the schema
     * @param fields what to ask of each entry, besides its id
     * @throws IOException when the subgraph does not answer, or not with such a list
     */
    List<JsonNode> all(String list, String fields) throws IOException, InterruptedException {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        String after = "";
        while (true) {
            List<JsonNode> page = page(list, fields, after);
            int before = entries.size();
            for (JsonNode entry : page) {
                after = entry.path("id").asString("");
                entries.put(after, entry);
            }
            // Who does not know how to continue behind an id gives the same entries again.
            if (page.size() < PAGE || entries.size() == before) {
                return List.copyOf(entries.values());
            }
        }
    }

    private List<JsonNode> page(String list, String fields, String after)
            throws IOException, InterruptedException {
        String query =
                "query Listing { %s(first: %d, orderBy: id, where: {id_gt: %s}) { id %s } }"
                        .formatted(list, PAGE, MAPPER.writeValueAsString(after), fields);
        String body =
                MAPPER.writeValueAsString(
                        Map.of("query", query, "operationName", "Listing", "variables", Map.of()));
        JsonNode answer = post(body);
        if (!answer.path("errors").isEmpty()) {
            String message = answer.path("errors").path(0).path("message").asString("no message");
            throw new IOException("the subgraph refuses: " + message);
        }
        JsonNode entries = answer.path("data").path(list);
        if (!entries.isArray()) {
            throw new IOException("the subgraph gave no list of " + list);
        }
        List<JsonNode> page = new ArrayList<>();
        entries.forEach(page::add);
        return page;
    }

    private JsonNode post(String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(endpoint.url())
                        .timeout(endpoint.deadline())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        endpoint.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpResponse<byte[]> answer =
                http.send(
                        request.build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
        if (answer.statusCode() != 200) {
            throw new IOException("the subgraph answered with status " + answer.statusCode());
        }
        try {
            return MAPPER.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("the subgraph answered no JSON", e);
        }
    }
}
