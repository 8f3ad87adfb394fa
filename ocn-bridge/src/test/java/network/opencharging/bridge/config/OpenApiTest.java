package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The description of the API is whole: what it names is answered, and nothing else is. */
class OpenApiTest {
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete");

    @TempDir private Path folder = Path.of("");

    @Test
    void theOperationsAreThoseOfTheGoldenFile() throws IOException {
        assertThat(String.join("\n", operations(description())) + "\n")
                .isEqualTo(Files.readString(Path.of("src/test/resources/api/operations.txt")));
    }

    @Test
    void whatIsDescribedIsAnsweredAndWhatIsNotIsNot() throws IOException {
        Set<String> described = new TreeSet<>(operations(description()));
        try (FakeHub hub = new FakeHub();
                RunningServer server = new RunningServer(hub, folder)) {
            for (String path : paths(description())) {
                for (String verb : VERBS) {
                    String answer =
                            server.api()
                                    .ask(
                                            verb.toUpperCase(java.util.Locale.ROOT),
                                            example(path),
                                            "");
                    boolean there =
                            answer.startsWith("2")
                                    || (!answer.contains("There is nothing here")
                                            && !answer.startsWith("405"));
                    assertThat(there)
                            .as("%s %s: %s", verb, path, answer)
                            .isEqualTo(described.contains(verb + " " + path));
                }
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryAnswerIsDescribed() throws IOException {
        String text = Files.readString(file());
        List<String> lost = new ArrayList<>();
        java.util.regex.Pattern.compile("\"#/components/schemas/([A-Za-z]+)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !text.contains("\"" + name + "\": {"))
                .forEach(lost::add);
        assertThat(lost).isEmpty();
        assertThat(text).doesNotContain("\"description\": \"\"");
    }

    private static String example(String path) {
        return path.substring(1)
                .replace("{country}", "DE")
                .replace("{party}", "ALC")
                .replace("{module}", "tariffs")
                .replace("{command}", "STOP_SESSION")
                .replace("{session}", "s-1")
                .replace("{seq}", "1")
                .replace("{id}", "1");
    }

    private static List<String> paths(Json.Obj description) {
        return List.copyOf(description.objectOf("paths").orElseThrow().members().keySet());
    }

    private static List<String> operations(Json.Obj description) {
        List<String> operations = new ArrayList<>();
        Json.Obj paths = description.objectOf("paths").orElseThrow();
        for (String path : paths.members().keySet()) {
            paths.objectOf(path).orElseThrow().members().keySet().stream()
                    .filter(VERBS::contains)
                    .map(verb -> verb + " " + path)
                    .forEach(operations::add);
        }
        return operations;
    }

    private static Path file() {
        return Path.of("src/main/resources/network/opencharging/bridge/api/openapi.json");
    }

    private static Json.Obj description() throws IOException {
        return (Json.Obj) JsonReader.standard().read(Files.readAllBytes(file())).orThrow();
    }
}
