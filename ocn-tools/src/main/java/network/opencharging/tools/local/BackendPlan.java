package network.opencharging.tools.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a charge point operator's backend is to be started.
 *
 * @param program what runs it
 * @param member whose backend it is
 * @param folder where it keeps its files
 * @param ports where it listens on 127.0.0.1
 * @param settings environment beside what follows from the others: with which the registry is
 *     found, and what is to be otherwise than usual
 */
public record BackendPlan(
        Program program, Member member, Path folder, Ports ports, Map<String, String> settings) {

    /**
     * A jar and the Java that runs it.
     *
     * @param java the java program of a JDK 25
     * @param jar the backend's program
     */
    public record Program(Path java, Path jar) {
        /** One that starts fast and is soon ended. */
        List<String> command() {
            return List.of(
                    java.toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-jar",
                    jar.toString());
        }
    }

    /**
     * Where it listens.
     *
     * @param partners for its node
     * @param stations for charging stations
     * @param operator for its operator
     * @param plugs for smart plugs, as a broker of MQTT
     */
    public record Ports(int partners, int stations, int operator, int plugs) {}

    /** Copies the environment. */
    public BackendPlan {
        folder = folder.toAbsolutePath();
        settings = Map.copyOf(settings);
    }

    private static String here(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Where its node finds its versions. */
    public URI versions() {
        return URI.create(here(ports.partners()) + "/ocpi/versions");
    }

    /** Where a station of that name connects. */
    public URI station(String name) {
        return URI.create("ws://127.0.0.1:%d/ocpp/%s".formatted(ports.stations(), name));
    }

    /** Where plugs connect. */
    public URI broker() {
        return URI.create("tcp://127.0.0.1:" + ports.plugs());
    }

    /** The operator's page; his API is below it. */
    public URI page() {
        return URI.create(here(ports.operator()) + "/admin/");
    }

    /** Where its log is written. */
    public Path log() {
        return folder.resolve("backend.log");
    }

    /** Where the backend writes the key to the operator's API at its first start. */
    public Path operatorKeyFile() {
        return folder.resolve("data/admin.key");
    }

    Path invitationFile() {
        return folder.resolve("invitation.json");
    }

    Path keyFile() {
        return folder.resolve("party.key");
    }

    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("OCN_CPO_DATA", folder.resolve("data").toString());
        environment.put("OCN_CPO_PARTY", member.identity().party().toString());
        environment.put("OCN_CPO_NAME", member.identity().name());
        environment.put("OCN_CPO_KEY_FILE", keyFile().toString());
        environment.put("OCN_CPO_HOST", "127.0.0.1");
        environment.put("OCN_CPO_PORT", Integer.toString(ports.stations()));
        environment.put("OCN_CPO_ADMIN_HOST", "127.0.0.1");
        environment.put("OCN_CPO_ADMIN_PORT", Integer.toString(ports.operator()));
        environment.put("OCN_CPO_MQTT_HOST", "127.0.0.1");
        environment.put("OCN_CPO_MQTT_PORT", Integer.toString(ports.plugs()));
        environment.put("OCN_CPO_TELL_EVERY", "1s");
        environment.put("OCN_CPO_ROAMING_INVITATION_FILE", invitationFile().toString());
        environment.put("OCN_CPO_ROAMING_URL", here(ports.partners()));
        environment.put("OCN_CPO_ROAMING_HOST", "127.0.0.1");
        environment.put("OCN_CPO_ROAMING_PORT", Integer.toString(ports.partners()));
        environment.putAll(settings);
        return environment;
    }
}
