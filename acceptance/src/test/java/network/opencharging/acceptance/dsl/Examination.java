package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Tools;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The conformance suite, run as somebody types it.
 *
 * @param said all of it
 * @param passed how many cases passed
 * @param failed which did not, each with what was demanded
 * @param skipped which could not be told, as {@code ID title: why}
 */
public record Examination(String said, int passed, List<String> failed, List<String> skipped) {
    private static final Pattern PASSED = Pattern.compile("(\\d+) passed, ");
    private static final String FAILED = "  !!";
    private static final String SKIPPED = "  --  ";

    /**
     * Runs it, commands included.
     *
     * @param token what the system asked wants to be shown
     */
    public static Examination taken(String token, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine tools =
                Tools.commandLine(Map.of("OCPI_TOKEN", token))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out));
        int exitCode =
                tools.execute(
                        Stream.concat(
                                        Stream.of("conformance", "run", "--commands"),
                                        Stream.of(arguments))
                                .toArray(String[]::new));
        String said = out.toString();
        Matcher passed = PASSED.matcher(said);
        assertThat(passed.find()).as(said).isTrue();
        List<String> failed =
                said.lines()
                        .dropWhile(line -> !line.startsWith(FAILED))
                        .filter(line -> line.startsWith(FAILED) || line.startsWith("      "))
                        .toList();
        assertThat(exitCode).as(said).isEqualTo(failed.isEmpty() ? 0 : 1);
        return new Examination(
                said,
                Integer.parseInt(passed.group(1)),
                failed,
                said.lines()
                        .filter(line -> line.startsWith(SKIPPED))
                        .map(line -> line.substring(SKIPPED.length()).replaceAll(" +", " "))
                        .toList());
    }

    /**
     * Runs it, commands included.
     *
     * @param token what the system asked wants to be shown
     * @param least so many cases pass at least: a suite that skips all has shown nothing
     * @return which cases failed
     */
    public static List<String> failed(String token, int least, String... arguments) {
        Examination taken = taken(token, arguments);
        assertThat(taken.passed).as(taken.said).isGreaterThanOrEqualTo(least);
        return taken.failed;
    }
}
