package network.opencharging.tools.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a node is to be started.
 *
 * @param name what people call it
 * @param program what runs it
 * @param folder where it keeps its files; kept over a restart
 * @param port where it listens on 127.0.0.1
 * @param key its operator's key
 * @param extra environment beyond the usual: where the registry is, and what a test wants otherwise
 */
public record NodePlan(
        String name,
        Program program,
        Path folder,
        int port,
        LocalKey key,
        Map<String, String> extra) {

    /**
     * A jar and the Java that runs it.
     *
     * @param java the java program of a JDK 25
     * @param jar the node's program
     */
    public record Program(Path java, Path jar) {

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

    /** A node of a small network needs little. */
    List<String> jvmOptions() {
        List<String> options = new ArrayList<>(program.cache());
        options.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:MetaspaceSize=128m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        return options;
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("OCN_NODE_URL", url().toString());
        environment.put("OCN_NODE_ADDRESS", "127.0.0.1");
        environment.put("OCN_NODE_PORT", Integer.toString(port));
        environment.put("OCN_NODE_DATA", folder.toString());
        environment.put("OCN_NODE_KEY_FILE", keyFile().toString());
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
