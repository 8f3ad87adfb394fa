package network.opencharging.benchmarks.place;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A bridge of one CPO, as an operator would start it, joined to the north node. */
public final class Bridge implements AutoCloseable {
    /** The CPO. */
    public static final PartyId DAVE = new PartyId("FR", "DAV");

    private final Running process;
    private final int port;
    private final Path folder;

    private Bridge(Running process, int port, Path folder) {
        this.process = process;
        this.port = port;
        this.folder = folder;
    }

    /**
     * Starts it and waits until it has joined.
     *
     * @param town where it joins
     * @param folder for its files
     * @param jvm options of its Java
     * @param settings flags beside the usual
     */
    public static Bridge start(Town town, Path folder, List<String> jvm, List<String> settings)
            throws IOException, InterruptedException {
        String token = town.invite(DAVE, Role.CPO);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("token-a"), token);
        int door = freePort();
        int api = freePort();
        List<String> command = new ArrayList<>(List.of(Town.java()));
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "network.opencharging.bridge.config.BridgeServer",
                        "--ocn.bridge.parties.list[0].id=FR-DAV",
                        "--ocn.bridge.parties.list[0].role=CPO",
                        "--ocn.bridge.parties.list[0].name=Dave",
                        "--ocn.bridge.hub.versions-url=" + town.versions(),
                        "--ocn.bridge.hub.token-file=" + folder.resolve("token-a"),
                        "--ocn.bridge.door.url=http://127.0.0.1:" + door,
                        "--ocn.bridge.door.port=" + door,
                        "--ocn.bridge.data.folder=" + folder.resolve("data"),
                        "--ocn.bridge.backoffice.port=" + api,
                        "--ocn.bridge.admin.port=-1"));
        command.addAll(settings);
        Running process = Running.start(command, Map.of(), folder.resolve("bridge.log"));
        process.awaitWord("Registered with");
        return new Bridge(process, api, folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** The port of its API. */
    public int port() {
        return port;
    }

    /** What a backoffice shows. */
    public String key() throws IOException {
        return Files.readString(folder.resolve("data/api.key")).strip();
    }

    /** The process. */
    public Running process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
