package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.OcnProcess;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.stream.Stream;

/** A tool that fails says why in a sentence; where in the program, only to who asks for it. */
class DebugTest {
    private static final String TRACE = "\tat network.opencharging.tools.";

    @ParameterizedTest
    @CsvSource({
        "tools probe --url http://127.0.0.1:9/versions, 1, http://127.0.0.1:9/versions cannot be"
                + " used",
        "tools check nowhere.json, 2, nowhere.json",
        "tools simulate station --url ws://127.0.0.1:9/ocpp --id CS-1, 3, nobody listens at"
                + " ws://127.0.0.1:9",
    })
    void theStackTraceIsShownToWhoAsks(String command, int exitCode, String sentence)
            throws Exception {
        Said plain = said(command);
        Said debugged = said(command + " --debug");

        assertThat(plain.text()).contains("ocn: ", sentence).doesNotContain("\tat ");
        assertThat(debugged.text()).contains("ocn: ", sentence, TRACE);
        assertThat(plain.exitCode()).isEqualTo(exitCode).isEqualTo(debugged.exitCode());
    }

    private static Said said(String command) throws Exception {
        try (OcnProcess ocn =
                OcnProcess.start(
                        Map.of("OCPI_TOKEN", "token-a"),
                        Stream.of(command.split(" ", -1)).toArray(String[]::new))) {
            int exitCode = ocn.awaitEnd();
            return new Said(exitCode, ocn.output());
        }
    }

    private record Said(int exitCode, String text) {}
}
