package network.opencharging.cli.connect;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The node that this person has started last, so that it need not be named with every command.
 *
 * @param door where its administration answers
 * @param adminKey the file with the key to that
 */
public record OwnNode(URI door, Path adminKey) {
    private static Path file() {
        return Home.folder(System.getenv()).resolve("node.json");
    }

    /** The one that was started last, if any. */
    public static Optional<OwnNode> last() {
        if (!Files.isReadable(file())) {
            return Optional.empty();
        }
        try {
            return JsonText.parse(Files.readString(file())).flatMap(OwnNode::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<OwnNode> read(JsonNode json) {
        String door = json.path("door").asString("");
        String key = json.path("admin_key_file").asString("");
        return door.isEmpty() || key.isEmpty()
                ? Optional.empty()
                : Optional.of(new OwnNode(URI.create(door), Path.of(key)));
    }

    /** Remembers it. */
    public void remember() throws IOException {
        ObjectNode json = JsonText.object();
        json.put("door", door.toString()).put("admin_key_file", adminKey.toString());
        Files.createDirectories(file().getParent());
        Files.writeString(file(), JsonText.write(json) + "\n");
    }
}
