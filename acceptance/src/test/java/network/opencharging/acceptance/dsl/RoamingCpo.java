package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.LocalNetwork;
import network.opencharging.tools.local.NodeAdmin;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Alice's backend as a process, plugged into her node, and her operator's hands. */
public final class RoamingCpo implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final List<Integer> ports = FreePorts.some(4);
    private final Map<String, String> registry;
    private Process process;

    private RoamingCpo(LocalNetwork network, Path folder) throws IOException {
        this.folder = folder;
        this.registry = network.registry().environment();
        network.cast().member(Cast.ALICE).key().writeTo(folder.resolve("party.key"));
        NodeAdmin.Invitation invitation =
                network.nodeOf(Cast.ALICE).admin().invite(Cast.ALICE.party());
        Files.writeString(
                folder.resolve("invitation.json"),
                "{\"versions_url\": \"%s\", \"token\": \"%s\"}"
                        .formatted(invitation.versions(), invitation.token()));
        this.process = run();
    }

    /** Starts it, and waits until it is registered at its node. */
    public static RoamingCpo join(LocalNetwork network, Path folder) throws IOException {
        Files.createDirectories(folder);
        RoamingCpo cpo = new RoamingCpo(network, folder);
        cpo.says("Started CpoServer");
        cpo.says("Registered with");
        return cpo;
    }

    private void says(String text) {
        Process running = process;
        await("the backend says " + text)
                .atMost(Network.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the backend has ended", () -> !running.isAlive())
                .until(() -> journal().contains(text));
    }

    private Process run() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Project.installation().node().java().toString(),
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                program().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        Map<String, String> environment = builder.environment();
        environment.putAll(registry);
        environment.put("OCN_CPO_PARTY", Cast.ALICE.party().toString());
        environment.put("OCN_CPO_NAME", Cast.ALICE.name());
        environment.put("OCN_CPO_KEY_FILE", folder.resolve("party.key").toString());
        environment.put("OCN_CPO_DATA", folder.resolve("data").toString());
        environment.put("OCN_CPO_PORT", ports.get(0).toString());
        environment.put("OCN_CPO_ADMIN_PORT", ports.get(1).toString());
        environment.put("OCN_CPO_MQTT_HOST", "127.0.0.1");
        environment.put("OCN_CPO_MQTT_PORT", ports.get(2).toString());
        environment.put("OCN_CPO_TELL_EVERY", "0s");
        environment.put(
                "OCN_CPO_ROAMING_INVITATION_FILE", folder.resolve("invitation.json").toString());
        environment.put("OCN_CPO_ROAMING_URL", "http://127.0.0.1:" + ports.get(3));
        environment.put("OCN_CPO_ROAMING_HOST", "127.0.0.1");
        environment.put("OCN_CPO_ROAMING_PORT", ports.get(3).toString());
        return builder.start();
    }

    private static Path program() throws IOException {
        Path target = Project.root().resolve("werenode-cpo/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no app.jar in " + target));
        }
    }

    /** Where a station of that name connects. */
    public URI station(String name) {
        return URI.create("ws://127.0.0.1:%d/ocpp/%s".formatted(ports.getFirst(), name));
    }

    /** Dies without a word, as when the machine does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Comes back with what it kept. */
    public void startAgain() throws IOException {
        process = run();
        says("Started CpoServer");
    }

    /** What it has written. */
    public String journal() throws IOException {
        Path log = folder.resolve("log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** The operator asks for something that is done; the body with apostrophes. */
    public JsonNode does(String method, String path, String body) {
        try {
            String key = Files.readString(folder.resolve("data/admin.key")).strip();
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:%d/admin%s"
                                                            .formatted(ports.get(1), path)))
                                    .header("Authorization", "Bearer " + key)
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method,
                                            HttpRequest.BodyPublishers.ofString(
                                                    body.replace('\'', '"')))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
            return JsonText.parse(answer.body()).orElseGet(JsonText::object);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A tariff of 0.40 EUR for a kWh and a fifth of VAT. */
    public void sellsEnergy() {
        does(
                "PUT",
                "/tariffs/T1",
                "{'country_code':'DE','party_id':'ALC','id':'T1','currency':'EUR','elements':["
                        + "{'price_components':[{'type':'ENERGY','price':0.40,'vat':20.0,"
                        + "'step_size':1}]}],'last_updated':'2026-01-01T00:00:00Z'}");
    }

    /** A location of one EVSE behind that station. */
    public void opens(String location, String station) {
        does("PUT", "/stations/" + station, "{'admission':'ACCEPTED','securityProfile':0}");
        does(
                "PUT",
                "/locations/" + location,
                ("{'name':'Ring','zone':'Europe/Berlin','address':{'street':'Ring 1',"
                                + "'city':'Berlin','country':'DEU','latitude':'52.52000',"
                                + "'longitude':'13.40500'},'evses':[{'uid':'E1',"
                                + "'evseId':'DE*ALC*E%s','device':'%s','connectors':["
                                + "{'id':'1','tariffs':['T1']}]}]}")
                        .formatted(location, station));
    }

    @Override
    public void close() {
        kill();
    }
}
