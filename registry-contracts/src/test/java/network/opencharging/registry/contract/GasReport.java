package network.opencharging.registry.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What writes cost: as it is checked in, or as it was just measured. A write is named by its
 * contract, its function and, after a comma, its case.
 */
final class GasReport {
    private static final Path CHECKED_IN = Path.of("gas-report.md");
    private static final Path FRESH = Path.of("target/gas-report.md");
    static final String CURE =
            "if it must be so, copy " + FRESH + " to " + CHECKED_IN + " and say why";

    private static final String HEAD =
            """
            # What writes cost

            In units of gas, measured by `GasReportTest` on a real EVM with the rules of London: every function of the contracts
            that writes. The test fails when one grows by more than five percent, and when one is missing here.

            | Write | Gas |
            |---|---:|
            """;

    private final Map<String, Long> gas = new LinkedHashMap<>();

    static GasReport recorded() throws IOException {
        GasReport recorded = new GasReport();
        for (String line : Files.readAllLines(CHECKED_IN)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 4 && cells[2].strip().matches("\\d+")) {
                recorded.add(cells[1].strip(), Long.parseLong(cells[2].strip()));
            }
        }
        return recorded;
    }

    void add(String write, long used) {
        gas.put(write, used);
    }

    Set<String> writes() {
        return gas.keySet();
    }

    long gas(String write) {
        return Objects.requireNonNull(gas.get(write), write);
    }

    /** The functions of this contract that were measured, and {@code create}. */
    Set<String> functions(String contract) {
        Set<String> functions = new TreeSet<>();
        for (String write : gas.keySet()) {
            String[] named = write.split(",", 2)[0].split("\\.", 2);
            if (named[0].equals(contract)) {
                functions.add(named[1]);
            }
        }
        return functions;
    }

    void writeFresh() throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        gas.keySet().stream()
                .sorted(Comparator.comparing(write -> write.split("\\.", 2)[0]))
                .forEach(write -> text.append("| %s | %d |\n".formatted(write, gas.get(write))));
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, text);
    }
}
