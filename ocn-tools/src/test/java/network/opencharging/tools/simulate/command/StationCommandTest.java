package network.opencharging.tools.simulate.command;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.Ran;
import network.opencharging.tools.simulate.CentralSystem;
import network.opencharging.tools.simulate.Papers;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A simulated station at the door of a central system, in every security profile, over real TLS.
 */
class StationCommandTest {
    private static final String PASSWORD = "correct horse battery";

    @TempDir private static Path folder = Path.of("");
    private static Papers papers;
    private static CentralSystem plain;
    private static CentralSystem secured;

    private Path script = Path.of("");

    @BeforeAll
    static void open() throws Exception {
        papers = Papers.in(folder, "CS-3");
        plain = CentralSystem.open();
        secured = CentralSystem.secured(papers.server());
    }

    @AfterAll
    static void close() {
        plain.close();
        secured.close();
    }

    @BeforeEach
    void aScript() throws IOException {
        script =
                Files.writeString(
                        folder.resolve("in.yaml"),
                        "simulate: station\nsteps:\n  - await: {is: accepted, within: 60s}\n");
    }

    private Ran comes(
            CentralSystem to, String id, Map<String, String> environment, Object... more) {
        return Ran.tools(
                environment,
                Stream.concat(
                                Stream.of(
                                        "simulate",
                                        "station",
                                        "--url",
                                        to.url(),
                                        "--id",
                                        id,
                                        "--script",
                                        script),
                                Stream.of(more))
                        .map(Object::toString)
                        .toArray(String[]::new));
    }

    private static CentralSystem.Visit visit(CentralSystem at, String id) {
        return at.visits().stream()
                .filter(one -> one.path().endsWith("/" + id))
                .findFirst()
                .orElseThrow();
    }

    private static String basic(String id) {
        byte[] both = (id + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Test
    void profile0ShowsNothing() {
        Ran ran = comes(plain, "CS-0", Map.of());

        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        assertThat(visit(plain, "CS-0")).isEqualTo(new CentralSystem.Visit("/ocpp/CS-0", "", ""));
    }

    @Test
    void profile1IsAPasswordThatNobodySees() {
        Ran ran = comes(plain, "CS-1", Map.of("OCN_STATION_PASSWORD", PASSWORD));

        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        assertThat(visit(plain, "CS-1").authorization()).isEqualTo(basic("CS-1"));
        assertThat(ran.out() + ran.err()).doesNotContain("horse");
    }

    @Test
    void profile2IsAPasswordOverTls() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Ran ran =
                comes(
                        secured,
                        "CS-2",
                        Map.of(),
                        "--password-file",
                        password,
                        "--ca-file",
                        papers.certificate("ours"));

        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        assertThat(visit(secured, "CS-2"))
                .isEqualTo(new CentralSystem.Visit("/ocpp/CS-2", basic("CS-2"), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.6", "2.0.1"})
    void profile3IsACertificate(String version) throws Exception {
        String id = "CS-3-" + version;
        Ran ran =
                comes(
                        secured,
                        id,
                        Map.of(),
                        "--version-of-ocpp",
                        version,
                        "--ca-file",
                        papers.certificate("ours"),
                        "--certificate-file",
                        papers.certificate("station"),
                        "--key-file",
                        papers.key("station"));

        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        assertThat(visit(secured, id).certificate()).isEqualTo("CN=CS-3");
        assertThat(ran.out()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void whomItDoesNotBelieveItDoesNotSpeakTo() throws Exception {
        for (List<Object> files :
                List.<List<Object>>of(
                        List.of(), List.of("--ca-file", papers.certificate("theirs")))) {
            Ran ran = comes(secured, "CS-9", Map.of(), files.toArray());

            assertThat(ran.exitCode()).as(ran.err()).isEqualTo(3);
            assertThat(ran.err())
                    .contains("TLS with " + secured.url() + "/CS-9 fails", "--ca-file")
                    .doesNotContain("\tat ");
        }
        assertThat(secured.visits()).noneMatch(one -> one.path().endsWith("/CS-9"));
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        Ran ran =
                Ran.tools(
                        Map.of(),
                        "simulate",
                        "station",
                        "--url",
                        secured.url().toString().replace("localhost", "127.0.0.1"),
                        "--id",
                        "CS-8",
                        "--script",
                        script.toString(),
                        "--ca-file",
                        papers.certificate("ours").toString());

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(3);
        assertThat(ran.err()).contains("127.0.0.1").doesNotContain("\tat ");
    }

    @Test
    void aKeyOfAnotherCertificateIsSaid() throws Exception {
        Ran ran =
                comes(
                        secured,
                        "CS-7",
                        Map.of(),
                        "--ca-file",
                        papers.certificate("ours"),
                        "--certificate-file",
                        papers.certificate("station"),
                        "--key-file",
                        papers.key("other"));

        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains("--key-file is not the key of the certificate");
    }

    @Test
    void filesThatAreNoCertificatesAreNamed() throws Exception {
        Path none = Files.writeString(folder.resolve("none"), "nothing");
        for (String option : List.of("--ca-file", "--certificate-file", "--key-file")) {
            Ran ran =
                    comes(
                            secured,
                            "CS-6",
                            Map.of(),
                            "--ca-file",
                            option.equals("--ca-file") ? none : papers.certificate("ours"),
                            "--certificate-file",
                            option.equals("--certificate-file")
                                    ? none
                                    : papers.certificate("station"),
                            "--key-file",
                            option.equals("--key-file") ? none : papers.key("station"));

            assertThat(ran.exitCode()).as(ran.err()).isEqualTo(2);
            assertThat(ran.err()).contains(option).doesNotContain("\tat ");
        }
    }

    /** Every file that it reads may be broken in any way. */
    @ParameterizedTest
    @ValueSource(strings = {"--ca-file", "--certificate-file", "--key-file", "--password-file"})
    void noFileBreaksIt(String option) throws Exception {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        Map<String, Path> good =
                Map.of(
                        "--ca-file", papers.certificate("ours"),
                        "--certificate-file", papers.certificate("station"),
                        "--key-file", papers.key("station"),
                        "--password-file", password);
        Mutations.none(
                Files.readAllBytes(good.get(option)),
                20,
                changed ->
                        comes(
                                secured,
                                "CS-M",
                                Map.of(),
                                good.entrySet().stream()
                                        .flatMap(one ->
                                                Stream.of(
                                                        one.getKey(),
                                                        one.getKey().equals(option)
                                                                ? written(changed)
                                                                : one.getValue()))
                                        .toArray()));
    }

    private static Path written(byte[] bytes) {
        try {
            return Files.write(folder.resolve("changed"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
