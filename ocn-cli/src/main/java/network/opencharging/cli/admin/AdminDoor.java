package network.opencharging.cli.admin;

import network.opencharging.cli.connect.OwnNode;
import network.opencharging.cli.output.Entry;
import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpCalls;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way into a node's administration. */
final class AdminDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(
            names = "--node",
            paramLabel = "URL",
            defaultValue = "${env:OCN_NODE_URL:-}",
            description =
                    "Where the node is; usual is OCN_NODE_URL, then the node that  ocn node start"
                            + "  has started last, then http://127.0.0.1:8080.")
    private URI named = URI.create("");

    @Option(
            names = "--admin-key-file",
            paramLabel = "FILE",
            description =
                    "Where the node's admin key stands (secrets/admin.key in its data folder)."
                            + " Without it OCN_ADMIN_KEY counts, and for the node that was started"
                            + " last its own file.")
    private Optional<Path> keyFile = Optional.empty();

    private final Optional<OwnNode> own = OwnNode.last();

    private URI node() {
        return named.toString().isEmpty()
                ? own.map(OwnNode::door).orElse(URI.create("http://127.0.0.1:8080"))
                : named;
    }

    JsonNode get(String path) {
        return json(send("GET", path, ""));
    }

    JsonNode post(String path, ObjectNode body) {
        return json(send("POST", path, JsonText.write(body)));
    }

    /** Has something done that needs nothing but its name. */
    JsonNode post(String path) {
        return json(send("POST", path, ""));
    }

    /** The members of that name which the answer has. */
    static Entry entry(JsonNode answer, String... names) {
        Entry entry = Entry.empty();
        for (String name : names) {
            JsonNode value = answer.path(name);
            if (value.isArray()) {
                List<String> texts = new ArrayList<>();
                value.forEach(item -> texts.add(item.asString("")));
                entry = entry.with(name, texts);
            } else if (!value.isMissingNode()) {
                entry = entry.with(name, value.asString(""));
            }
        }
        return entry;
    }

    /** A part of a path, checked. */
    static String segment(String text, String hint) {
        if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
            throw Failure.usage(hint);
        }
        return text;
    }

    void delete(String path) {
        send("DELETE", path, "");
    }

    private Answer send(String method, String path, String body) {
        Headers headers =
                Headers.NONE
                        .with("Authorization", "Token " + key())
                        .with("Content-Type", "application/json");
        try (HttpCalls calls = HttpCalls.within(PATIENCE)) {
            Answer answer =
                    calls.send(new Request(method, URI.create(node() + path), headers, body));
            if (answer.status() == 401) {
                throw Failure.failed(
                        "The node at %s does not accept this admin key: it stands in secrets/admin.key of its data folder."
                                .formatted(node()));
            }
            if (answer.status() >= 300) {
                throw Failure.failed(
                        "The node at %s answered %d to %s %s: %s"
                                .formatted(node(), answer.status(), method, path, answer.body()));
            }
            return answer;
        } catch (IOException e) {
            throw Failure.environment(
                    "The node at %s does not answer (%s): check --node and whether it runs."
                            .formatted(node(), e.getMessage()));
        }
    }

    private JsonNode json(Answer answer) {
        return JsonText.parse(answer.body())
                .orElseThrow(() ->
                        Failure.failed(
                                "What answers at %s is no node: check --node.".formatted(node())));
    }

    private String key() {
        return keyFile.map(AdminDoor::secret)
                .or(() -> Optional.ofNullable(System.getenv("OCN_ADMIN_KEY")))
                .or(() ->
                        own.filter(last -> last.door().equals(node()))
                                .map(last -> secret(last.adminKey())))
                .orElseThrow(() ->
                        Failure.usage(
                                "The node's admin key is missing: give --admin-key-file FILE, or"
                                        + " set OCN_ADMIN_KEY."));
    }

    static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Failure.usage("The file %s cannot be read: check its name.".formatted(file));
        }
    }
}
