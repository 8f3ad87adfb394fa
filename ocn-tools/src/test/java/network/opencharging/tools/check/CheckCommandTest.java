package network.opencharging.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.terminal.Failure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The command as a person or a script calls it. */
class CheckCommandTest {
    private static final Path EXAMPLE = Path.of("../docs/examples/locations.json");
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private record Ran(int exitCode, String out, String err) {
        List<String> faults() {
            return out.lines()
                    .filter(line -> line.contains("  $"))
                    .map(line -> line.replaceAll("^.*?  (\\$\\S*)  (\\S+) +(\\S+) .*$", "$1 $2 $3"))
                    .toList();
        }
    }

    @Test
    void whatIsRightLeavesWithZeroAndSaysWhatItWas() {
        Ran ran = run(EXAMPLE.toString());

        assertThat(ran.exitCode).isZero();
        assertThat(ran.out).contains("1 Location, 1 Response: nothing found.");
    }

    @Test
    void everyFaultHasItsPathItsRuleAndASentence() throws IOException {
        // given a location of which much is wrong
        String text =
                Files.readString(EXAMPLE)
                        .replace("\"NOR\"", "\"NO\"")
                        .replace("\"60.39299\"", "\"160.39299\"")
                        .replace("Europe/Oslo", "Norway time")
                        .replace("\"AVAILABLE\"", "\"FREE\"")
                        .replace("\"max_voltage\": 230", "\"max_voltage\": \"230\"")
                        .replace("\"city\": \"Bergen\",", "")
                        .replaceFirst("2026-11-01T08:00:00Z", "2026-12-01T08:00:00Z");

        // when
        Ran ran = runOn(text, "-");

        // then
        assertThat(ran.exitCode).isEqualTo(Failure.FAILED);
        assertThat(ran.faults())
                .contains(
                        "$.data[0].city unreadable REQUIRED",
                        "$.data[0].country error GEO-2",
                        "$.data[0].coordinates.latitude error GEO-1",
                        "$.data[0].time_zone error TIME-3",
                        "$.data[0].evses[0].status warning ENUM",
                        "$.data[0].evses[0].connectors[0].max_voltage error TYPE",
                        "$.data[0].evses[0].connectors[0].last_updated error TIME-1");
        assertThat(ran.out).contains("is required and missing");
    }

    @Test
    void machinesGetOneObjectALine() {
        Ran ran =
                runOn(
                        "{\"country_code\":\"NO\",\"uid\":7}",
                        "-",
                        "--type",
                        "Token",
                        "--format",
                        "json");

        assertThat(ran.exitCode).isEqualTo(Failure.FAILED);
        assertThat(
                        ran.out
                                .lines()
                                .map(line ->
                                        ((Json.Obj) JsonReader.standard().read(line).orThrow())))
                .allSatisfy(fault ->
                        assertThat(fault.members().keySet())
                                .containsExactly("source", "path", "rule", "severity", "sentence"))
                .anySatisfy(fault -> assertThat(fault.textOf("path")).contains("$.uid"));
    }

    @Test
    void foldersAndLinesAreRead() throws IOException {
        Files.createDirectory(folder.resolve("deep"));
        Files.writeString(
                folder.resolve("deep/tokens.jsonl"), "{\"uid\":\"1\"}\n{\"uid\":\"2\"}\n");
        Files.copy(EXAMPLE, folder.resolve("a.json"));
        Files.writeString(folder.resolve("readme.txt"), "not JSON");

        Ran ran = run(folder.toString(), "--type", "Token");

        assertThat(ran.faults()).anyMatch(fault -> fault.startsWith("$1.party_id"));
        assertThat(ran.out).contains("tokens.jsonl").contains("a.json").doesNotContain("readme");
    }

    @Test
    void aPatchMayBePartialButMustSayWhenItWas() {
        assertThat(
                        runOn(
                                        "{\"status\":\"BLOCKED\",\"last_updated\":\"2026-11-28T09:00:00Z\"}",
                                        "-",
                                        "--type",
                                        "EVSE",
                                        "--patch")
                                .exitCode)
                .isZero();
        assertThat(runOn("{\"status\":\"BLOCKED\"}", "-", "--type", "evse", "--patch").faults())
                .containsExactly("$.last_updated unreadable REQUIRED");
        assertThat(runOn("{\"evses\":[]}", "-", "--type", "Location", "--patch").faults())
                .contains("$.evses warning PATCH-1");
    }

    @Test
    void aListNamesAnObjectOnce() throws IOException {
        String one = Files.readString(EXAMPLE);
        String object = one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'));

        Ran ran = runOn("[%s,%s]".formatted(object, object.replace("fjord-1\"", "FJORD-1\"")), "-");

        assertThat(ran.faults()).containsExactly("$[1] error CASE-1");
    }

    @Test
    void whatIsNotJsonIsToldWithItsPlace() {
        Ran ran = runOn("[{\"uid\":\"1\"},{\"uid\":", "-", "--type", "Token");

        assertThat(ran.exitCode).isEqualTo(Failure.FAILED);
        assertThat(ran.out).contains("JSON").contains("ends in the middle");
    }

    @Test
    void allAreCountedThoughOnlySomeArePrinted() {
        Ran ran = runOn("[" + "{},".repeat(99) + "{}]", "-", "--type", "Token", "--max", "3");

        assertThat(ran.faults()).hasSize(3);
        assertThat(ran.out).contains("first 3").contains("REQUIRED");
    }

    @Test
    void whatCannotBeUsedIsSaidInASentence() {
        assertThat(run("nowhere.json").err).contains("no file that can be read: nowhere.json");
        assertThat(run("nowhere.json").exitCode).isEqualTo(Failure.USAGE);
        assertThat(runOn("{}", "-", "--type", "Plug").err)
                .contains("--type must be")
                .contains("CDR");
        assertThat(runOn("{}", "-", "--version", "9").err).contains("--version must be");
        assertThat(run("http://127.0.0.1:1/locations").err).contains("nobody listens");
        assertThat(runOn("{\"strange\":1}", "-").out).contains("say --type");
    }

    /** A tool for broken systems is not broken by them. */
    @Test
    void noChangedTextBreaksIt() throws IOException {
        byte[] good = Files.readAllBytes(EXAMPLE);
        Random random = new Random(20261128);
        for (int i = 0; i < 3000; i++) {
            byte[] changed = good.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            Ran ran = runOn(new ByteArrayInputStream(changed), "-", "--from", "note");

            assertThat(ran.exitCode).as("text %d: %s", i, ran.err).isLessThan(2);
            assertThat(ran.err).as("text %d", i).isEmpty();
        }
    }

    private static Ran run(String... arguments) {
        return runOn(InputStream.nullInputStream(), arguments);
    }

    private static Ran runOn(String text, String... arguments) {
        return runOn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    private static Ran runOn(InputStream standard, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                new CommandLine(new CheckCommand(standard, Map.of(), NOW))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .setExecutionExceptionHandler((failure, command, _) -> {
                            command.getErr().println(failure.getMessage());
                            return failure instanceof Failure known ? known.exitCode() : 70;
                        })
                        .execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
