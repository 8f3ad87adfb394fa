package network.opencharging.cpo.admin;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A request to the operator's API and its answer, as texts for another process. */
final class AdminText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AdminText() {}

    /**
     * What is asked.
     *
     * @param who for whom, as a line
     */
    record Request(String method, String path, String body, String who) {

        String write() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("method", method)
                    .put("path", path)
                    .put("body", body)
                    .put("who", who)
                    .toString();
        }

        static Request read(String text) {
            JsonNode read = JSON.readTree(text);
            return new Request(
                    read.path("method").asString(),
                    read.path("path").asString(),
                    read.path("body").asString(),
                    read.path("who").asString());
        }
    }

    /** What is answered. */
    record Answer(int status, String body) {

        String write() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("status", status)
                    .put("body", body)
                    .toString();
        }

        static Answer read(String text) {
            JsonNode read = JSON.readTree(text);
            return new Answer(read.path("status").asInt(), read.path("body").asString());
        }
    }
}
