package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.http.FakeHub;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/** Parameters and bodies of both APIs that say something else than was meant: each is named. */
@TestInstance(Lifecycle.PER_CLASS)
class AskedWrongTest {
    private final FakeHub hub = new FakeHub();
    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new RunningServer(hub, folder);
    }

    @AfterAll
    void close() {
        server.close();
        hub.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/bad/parameters.txt", delimiter = '|', quoteCharacter = '~')
    void aWrongParameterIsRefusedByName(String request, int status, String named) {
        String[] parts = request.split(" ");
        String answer =
                parts[0].equals("api")
                        ? server.api().ask(parts[1], parts[2], "")
                        : server.operator(parts[1], "admin/api/" + parts[2], "");

        assertThat(answer).startsWith(Integer.toString(status)).contains(named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no JSON              | at byte 0",
                "{'token': 'abc       | at byte 1",
                "['abc']              | not a list or a value",
                "{'tokne': 'abc'}     | There is no field tokne here",
                "{'token': 5}         | token must be a text",
                "{'token': ''}        | token must be a text",
                "{'token': 'a b\\u0007'} | token must be a text",
                "{'token': 'a', 'x':1} | There is no field x here"
            })
    void aTokenThatCannotBeReadIsNotTakenForThatOfTheSettings(String body, String named) {
        int before = hub.strangers.get();

        assertThat(server.operator("POST", "admin/api/registration", body.replace('\'', '"')))
                .startsWith("400")
                .contains(named);
        assertThat(hub.strangers).hasValue(before);
    }

    @Test
    void aLoginThatCannotBeReadIsToldWhatIsWanted() {
        assertThat(server.operator("POST", "admin/login", "key=abc"))
                .startsWith("400")
                .contains("JSON object");
        assertThat(server.operator("POST", "admin/login", "{\"kay\":\"abc\"}"))
                .startsWith("400")
                .contains("key must be a text");
        assertThat(server.operator("POST", "admin/login", "{\"key\":\"abc\"}")).startsWith("401");
    }
}
