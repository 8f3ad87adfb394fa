package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.plug.roll.PlugRoll;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plugs, as soon as anybody can ask for them. */
class PlugsAtStartTest {
    @TempDir private Path folder;

    private void hasPlug() {
        try (CpoUnderTest cpo = CpoUnderTest.start(folder)) {
            assertThat(
                            AdminClient.of(cpo)
                                    .does("PUT", "/admin/plugs/left", "{'family':'TASMOTA'}")
                                    .status())
                    .isEqualTo(200);
        }
    }

    private AdminClient operatorAt(int port) {
        try {
            return AdminClient.at(port, Files.readString(folder.resolve("admin.key")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whoAsksInTheMomentInWhichTheDoorOpensFindsThem() {
        hasPlug();
        List<Integer> answers = new ArrayList<>();
        try (CpoUnderTest _ =
                CpoUnderTest.startAsking(
                        folder,
                        port -> {
                            AdminClient operator = operatorAt(port);
                            answers.add(operator.gets("/admin/plugs/left").status());
                            answers.add(operator.gets("/admin/plugs").body().size());
                            answers.add(operator.gets("/admin/ports/left/1").status());
                        })) {
            assertThat(answers).containsExactly(200, 1, 200);
        }
    }

    /** As when the turn to speak to plugs has just come to this process. */
    @Test
    void asLongAsTheyAreNotReadNobodyIsToldThatThereAreNone() throws Exception {
        hasPlug();
        try (CpoUnderTest cpo = CpoUnderTest.start(folder);
                HttpClient client = HttpClient.newHttpClient()) {
            cpo.part(PlugRoll.class).handOver();
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:%d/admin/plugs/left"
                                                            .formatted(cpo.adminPort())))
                                    .header("Authorization", "Bearer " + cpo.adminKey())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(answer.body()).contains("ask again");
            cpo.part(PlugRoll.class).open();
            assertThat(AdminClient.of(cpo).gets("/admin/plugs/left").status()).isEqualTo(200);
        }
    }
}
