package network.opencharging.tools.watch;

import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Given;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which messages a person wants to see; the same for what was logged and for what passes now. */
final class Filter {
    @Option(
            names = "--party",
            paramLabel = "CC/PID",
            description = "Only what it sends or is sent, such as DE/ALC.")
    private @Nullable String party;

    @Option(names = "--module", paramLabel = "NAME", description = "Only this module of OCPI.")
    private @Nullable String module;

    @Option(
            names = "--status",
            paramLabel = "NUMBER",
            description = "Only with this HTTP status (three digits) or OCPI status (four).")
    private @Nullable String status;

    @Option(names = "--refused", description = "Only what the node refused.")
    private boolean refused;

    @Option(
            names = "--correlation-id",
            paramLabel = "ID",
            description = "Only what belongs to this exchange.")
    private @Nullable String correlationId;

    /**
     * Checks what was given.
     *
     * @throws Failure of usage, which names the option
     */
    void check() {
        if (party != null) {
            party = Given.party("--party", party).toString();
        }
        if (status != null && !status.matches("[1-9][0-9]{2,3}")) {
            throw Failure.usage(
                    "--status must be an HTTP status of three digits or an OCPI status of four.");
        }
    }

    /** Whether a message is wanted. */
    boolean wants(Passing message) {
        boolean itsParty =
                party == null
                        || message.text("sender").equalsIgnoreCase(party)
                        || message.text("receiver").equalsIgnoreCase(party);
        boolean itsModule = module == null || message.text("module").equals(module);
        boolean itsStatus =
                status == null
                        || message.number("http_status")
                                .map(String::valueOf)
                                .orElse("")
                                .equals(status)
                        || message.number("ocpi_status")
                                .map(String::valueOf)
                                .orElse("")
                                .equals(status);
        boolean itsExchange =
                correlationId == null || message.text("correlation_id").equals(correlationId);
        boolean itsEnd = !refused || !message.text("refusal").isEmpty();
        return itsParty && itsModule && itsStatus && itsExchange && itsEnd;
    }

    /** The same as the query of a node's log. */
    String query(Map<String, String> more) {
        Map<String, String> marks = new LinkedHashMap<>(more);
        put(marks, "party", party);
        put(marks, "module", module);
        put(marks, "status", status);
        put(marks, "correlation_id", correlationId);
        put(marks, "refused", refused ? "true" : null);
        return marks.entrySet().stream()
                .map(mark ->
                        mark.getKey()
                                + "="
                                + URLEncoder.encode(mark.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, String> marks, String name, @Nullable String value) {
        if (value != null) {
            marks.put(name, value);
        }
    }
}
