package network.opencharging.acceptance;

import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.Crowd;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.Project;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;
import network.opencharging.tools.ocpi.call.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Jars as this build has made them, in the plug-in folder of a real node process. */
class PluginsTest {
    private static final PartyId HUB = new PartyId("CH", "OCN");
    private static final String COUNTS = "/ocpi/custom/sender/example-counts";
    private static final String CONSENT = "/ocpi/receiver/2.2.1/ocnobservers/example-counts";

    @TempDir private Path plugins = Path.of("");

    @Test
    void aNodeAnswersAModuleThatWasPluggedInAndShowsMessagesOnlyToWhomPartiesConsentTo()
            throws Exception {
        copy("example", "ocn-plugin-example");
        copy("adapter-211", "ocn-adapter-211");
        try (Crowd crowd = Crowd.gather(2, 2, Map.of("OCN_NODE_PLUGINS", plugins.toString()))) {
            Platform emsp = crowd.emsps().getFirst().platform();

            assertThat(crowd.node().commandLine()).contains("AOTCache");
            assertThat(asked(crowd, emsp, "GET", "/ocpi/versions"))
                    .as("the adapter is there too")
                    .contains("2.1.1");

            locations(crowd, emsp);
            assertThat(asked(crowd, emsp, "GET", COUNTS)).contains("\"data\":{}");

            asked(crowd, emsp, "PUT", CONSENT);
            locations(crowd, emsp);
            assertThat(asked(crowd, emsp, "GET", COUNTS))
                    .as("the other party has not consented")
                    .contains("\"data\":{}");

            asked(crowd, crowd.asked(), "PUT", CONSENT);
            locations(crowd, emsp);
            await().atMost(Network.PATIENCE)
                    .until(() ->
                            asked(crowd, emsp, "GET", COUNTS)
                                    .contains("\"data\":{\"locations\":1}"));

            asked(crowd, emsp, "DELETE", CONSENT);
            locations(crowd, emsp);
            assertThat(asked(crowd, emsp, "GET", COUNTS)).contains("{\"locations\":1}");
            assertThat(asked(crowd, emsp, "POST", COUNTS)).contains("takes a GET for the hub");
        }
    }

    private static void locations(Crowd crowd, Platform emsp) throws Exception {
        Reply reply =
                emsp.caller().send(Call.of("GET", ModuleId.LOCATIONS, SENDER, "", crowd.cpo()));
        assertThat(reply.isSuccess()).as(reply.summary()).isTrue();
    }

    private static String asked(Crowd crowd, Platform platform, String method, String path)
            throws Exception {
        URI url = URI.create(crowd.node().plan().url() + path);
        return platform.caller()
                .send(new Call(method, new Target.Address(url), HUB, Optional.empty()))
                .answer()
                .body();
    }

    private void copy(String folder, String name) throws IOException {
        Path built = Project.root().resolve("ocn-node/plugins/" + folder + "/target");
        try (Stream<Path> files = Files.list(built)) {
            Path jar =
                    files.filter(file ->
                                    file.getFileName()
                                            .toString()
                                            .matches(name + "-[^-]*(-SNAPSHOT)?\\.jar"))
                            .findFirst()
                            .orElseThrow();
            Files.copy(jar, plugins.resolve(jar.getFileName()));
        }
    }
}
