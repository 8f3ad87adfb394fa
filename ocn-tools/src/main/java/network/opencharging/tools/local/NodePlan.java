package network.opencharging.tools.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a node is to be started.
 *
 * @param name what people call it
 * @param program what runs it
 * @param folder where it keeps its files; kept over a restart
 * @param port where it listens on 127.0.0.1
 * @param key its operator's key, where the node is to be given it in a file of its own
 * @param extra environment beyond the usual: where the registry is, and what a test wants otherwise
 */
public record NodePlan(
        String name,
        Program program,
        Path folder,
        int port,
        Optional<LocalKey> key,
        Map<String, String> extra) {

    /**
     * A jar and the Java that runs it.
     *
     * @param java the java program of a JDK 25
     * @param jar the node's program
     * @param more options for Java beyond those that every node has
     */
    public record Program(Path java, Path jar, List<String> more) {
        /** One that starts fast and is soon ended. */
        public Program(Path java, Path jar) {
            this(java, jar, List.of("-XX:TieredStopAtLevel=1"));
        }

        /** Copies. */
        public Program {
            more = List.copyOf(more);
        }

        /** The same for a node that runs for long. */
        public Program lasting() {
            return new Program(java, jar, List.of());
        }

        /** What starts it, word by word. */
        public List<String> command() {
            List<String> words = new ArrayList<>(List.of(java.toString()));
            words.addAll(cache());
            words.addAll(
                    List.of(
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:MetaspaceSize=128m",
                            "-Djdk.reflect.useNativeAccessorOnly=true",
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow"));
            words.addAll(more);
            words.addAll(List.of("-jar", jar.toString()));
            return List.copyOf(words);
        }

        /** The cache of loaded classes that the build leaves beside the jar; a start needs none. */
        List<String> cache() {
            Path cache = jar.resolveSibling("ocn-node.aot");
            return Files.isReadable(cache) ? List.of("-XX:AOTCache=" + cache) : List.of();
        }
    }

    /** Copies the environment. */
    public NodePlan {
        folder = folder.toAbsolutePath();
        extra = Map.copyOf(extra);
    }

    /** With a key that was made for it. */
    public NodePlan(
            String name,
            Program program,
            Path folder,
            int port,
            LocalKey key,
            Map<String, String> extra) {
        this(name, program, folder, port, Optional.of(key), extra);
    }

    /** Its public address. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where its log is written. */
    public Path log() {
        return folder.resolve("node.log");
    }

    /** Where the node writes the key to its admin API at its first start. */
    public Path adminKeyFile() {
        return folder.resolve("secrets/admin.key");
    }

    Path keyFile() {
        return folder.resolve("operator.key");
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("OCN_NODE_URL", url().toString());
        environment.put("OCN_NODE_ADDRESS", "127.0.0.1");
        environment.put("OCN_NODE_PORT", Integer.toString(port));
        environment.put("OCN_NODE_DATA", folder.toString());
        key.ifPresent(_ -> environment.put("OCN_NODE_KEY_FILE", keyFile().toString()));
        environment.put("OCN_NODE_NAME", "Node " + name);
        environment.put("OCN_NODE_ALLOW_PRIVATE", "127.0.0.1,localhost");
        environment.putAll(extra);
        return environment;
    }

    /** The same with more environment. */
    public NodePlan with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(extra);
        all.putAll(more);
        return new NodePlan(name, program, folder, port, key, all);
    }
}
