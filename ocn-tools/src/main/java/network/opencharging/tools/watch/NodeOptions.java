package network.opencharging.tools.watch;

import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;
import network.opencharging.tools.terminal.Input;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options by which a person names nodes and shows that they may look. */
final class NodeOptions {
    private static final String URL = "OCN_NODE_URL";
    private static final String KEY = "OCN_ADMIN_KEY";
    private static final String KEY_FILE = "OCN_ADMIN_KEY_FILE";

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<One> nodes = new ArrayList<>();

    /** One node. */
    static final class One {
        @Option(
                names = "--node",
                required = true,
                paramLabel = "URL",
                description = {
                    "A node; may be given several times, each with its key.",
                    "Without it OCN_NODE_URL counts, then http://127.0.0.1:8080."
                })
        private @Nullable URI url;

        @Option(
                names = "--admin-key-file",
                paramLabel = "FILE",
                description = {
                    "Where the admin key of the node before it stands (secrets/admin.key in its",
                    "data folder). Without it OCN_ADMIN_KEY counts, then OCN_ADMIN_KEY_FILE."
                })
        private @Nullable Path keyFile;
    }

    /**
     * The nodes.
     *
     * @throws Failure when an address is none or a key is missing
     */
    List<Watched> nodes(Map<String, String> environment, Input input) {
        if (nodes.isEmpty()) {
            String url = environment.getOrDefault(URL, "http://127.0.0.1:8080");
            return List.of(
                    new Watched(
                            address(URL, read(url)), key(Optional.empty(), environment, input)));
        }
        return nodes.stream()
                .map(node ->
                        new Watched(
                                address("--node", node.url),
                                key(Optional.ofNullable(node.keyFile), environment, input)))
                .toList();
    }

    private static @Nullable URI read(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            return null;
        }
    }

    private static URI address(String given, @Nullable URI url) {
        String text = Given.address(given, url, "https://node.example").toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private static String key(Optional<Path> file, Map<String, String> environment, Input input) {
        String key =
                file.map(path -> input.text(path, "--admin-key-file"))
                        .or(() -> Optional.ofNullable(environment.get(KEY)))
                        .or(() ->
                                Optional.ofNullable(environment.get(KEY_FILE))
                                        .map(path -> input.text(Path.of(path), KEY_FILE)))
                        .orElse("")
                        .strip();
        if (!key.matches("[\\x21-\\x7e]{1,512}")) {
            throw Failure.usage(
                    "The node's admin key is missing or not one word: give --admin-key-file FILE"
                            + " behind --node, or set OCN_ADMIN_KEY.");
        }
        return key;
    }
}
