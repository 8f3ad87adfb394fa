package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One schema for file, environment and flags: the records of this room, and bridge.yml, which names
 * each.
 */
class SettingsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void everySettingHasALineWithItsEnvironmentVariable() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("src/main/resources/bridge.yml"));
        List<String> missing = new ArrayList<>();
        for (Class<?> settings : records()) {
            for (RecordComponent component : settings.getRecordComponents()) {
                String key = kebab(component.getName());
                boolean there =
                        lines.stream()
                                .map(String::strip)
                                .anyMatch(line ->
                                        line.matches(key + ": \"?\\$\\{[A-Z0-9_]+:.*")
                                                || line.equals(key + ":"));
                if (!there) {
                    missing.add(prefix(settings) + "." + key);
                }
            }
        }
        assertThat(missing).as("settings without a line in bridge.yml").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ocn.bridge.door.prot=1 | ocn.bridge.door.prot",
                "ocn.bridge.door.port=many | port",
                "ocn.bridge.door.url=not a url | ocn.bridge.door.url",
                "ocn.bridge.door.patience=0s | ocn.bridge.door.patience",
                "ocn.bridge.parties.list[0].id=ALICE1 | ocn.bridge.parties",
                "ocn.bridge.parties.list[0].role=KING | role",
                "ocn.bridge.hub.party=NOBODY | ocn.bridge.hub.party",
                "ocn.bridge.pull.from=DE-ALC,what | ocn.bridge.pull.from",
                "ocn.bridge.registry.contract=here | ocn.bridge.registry.contract",
                "ocn.bridge.backoffice.webhook=b:8282 | ocn.bridge.backoffice.webhook",
                "ocn.bridge.hub.versions-url=node.example.org | ocn.bridge.hub.versions-url",
                "ocn.bridge.hub.invitation-file=gone | The file gone",
                "ocn.bridge.door.tls.key=key.pem | OCN_BRIDGE_TLS_CERTIFICATE",
                "ocn.bridge.backoffice.webhook=http://b | ocn.bridge.backoffice.webhook-secret-file"
            })
    void aWrongSettingStopsTheStartAndIsNamed(String flag, String named) {
        assertThat(message(start("--" + flag))).contains(named);
    }

    @Test
    void aFileOverridesTheDefaultAndAFlagOverridesTheFile() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("mine.yml"), "ocn.bridge.hub.party: WRONG-IN-FILE\n");

        assertThat(message(start("--spring.config.additional-location=" + file)))
                .contains("ocn.bridge.hub.party");
        assertThat(
                        message(
                                start(
                                        "--spring.config.additional-location=" + file,
                                        "--ocn.bridge.hub.party=CH-OCN",
                                        "--ocn.bridge.pull.from=what")))
                .contains("ocn.bridge.pull.from")
                .doesNotContain("hub.party");
    }

    /** A start that ends with the first thing that is wrong. */
    private Throwable start(String... more) {
        // A flag that is there twice is a list: what is tried takes the place of what is good.
        List<String> flags =
                new ArrayList<>(
                        List.of(
                                "--ocn.bridge.door.url=http://localhost:1",
                                "--ocn.bridge.parties.list[0].id=DE-ALC",
                                "--ocn.bridge.parties.list[0].role=CPO",
                                "--ocn.bridge.data.folder=" + folder.resolve("data"),
                                "--logging.level.org.springframework=off"));
        for (String flag : more) {
            flags.removeIf(good -> good.split("=")[0].equals(flag.split("=")[0]));
            flags.add(flag);
        }
        Throwable thrown =
                catchThrowable(
                        () -> BridgeServer.application().run(flags.toArray(String[]::new)).close());
        assertThat(thrown).isNotNull();
        return thrown;
    }

    private static String message(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            all.append(at).append('\n');
        }
        return all.toString();
    }

    private static List<Class<?>> records() throws ClassNotFoundException {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> found = new ArrayList<>();
        for (var one : scan.findCandidateComponents(SettingsTest.class.getPackageName())) {
            found.add(Class.forName(one.getBeanClassName()));
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(7);
        return found;
    }

    private static String prefix(Class<?> settings) {
        return settings.getAnnotation(ConfigurationProperties.class).prefix();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
