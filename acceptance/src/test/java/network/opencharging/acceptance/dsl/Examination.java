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

/** The conformance suite, run as somebody types it. */
public final class Examination {
    private static final Pattern PASSED = Pattern.compile("(\\d+) passed, ");

    private Examination() {}

    /**
     * Runs it, commands included.
     *
     * @param token what the system asked wants to be shown
     * @param least so many cases pass at least: a suite that skips all has shown nothing
     * @return which cases failed
     */
    public static List<String> failed(String token, int least, String... arguments) {
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
        Matcher passed = PASSED.matcher(out.toString());
        assertThat(passed.find()).as(out.toString()).isTrue();
        assertThat(Integer.parseInt(passed.group(1)))
                .as(out.toString())
                .isGreaterThanOrEqualTo(least);
        List<String> failed =
                out.toString()
                        .lines()
                        .dropWhile(line -> !line.startsWith("  !!"))
                        .filter(line -> line.startsWith("  !!") || line.startsWith("      "))
                        .toList();
        assertThat(exitCode).as(out.toString()).isEqualTo(failed.isEmpty() ? 0 : 1);
        return failed;
    }
}
