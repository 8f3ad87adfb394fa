package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Counter;
import network.opencharging.acceptance.dsl.Ledger;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.RegistryContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * {@code ocn party list} over a large registry, with the real program and nothing kept from before:
 * pages, and no call per party. With {@code -Docn.parties=10000} also how long it takes, written to
 * {@code target/party-list.txt}; see docs/benchmarks.md.
 */
class ManyPartiesTest {
    private static final int PARTIES = Integer.getInteger("ocn.parties", 1_200);
    private static final int PAGE = 500;
    private static final int AT_ONCE = 50;
    private static final Address OWNER = new Address("0x" + "a0".repeat(20));

    @TempDir private Path home = Path.of("");

    @Test
    void allPartiesAreListedInAsManyCallsAsThereArePages() throws Exception {
        try (Ledger ledger = Ledger.start();
                Counter counter = new Counter(ledger.url())) {
            Address registry = ledger.create(RegistryContract.creation(OWNER));
            fill(ledger, registry);
            String[] command = {
                "party",
                "list",
                "-o",
                "json",
                "--rpc",
                counter.url().toString(),
                "--registry",
                registry.text()
            };

            String listed = run(command);

            assertThat(listed.split("\"party\"", -1)).hasSize(PARTIES + 1);
            assertThat(listed).contains("\"node\": \"https://crowd.example\"");
            assertThat(counter.methods())
                    .as("one page of nodes, and pages of %d parties", PAGE)
                    .filteredOn("eth_call"::equals)
                    .hasSize(1 + (PARTIES + PAGE - 1) / PAGE);
            assertThat(counter.methods())
                    .as("besides the pages: which chain, and its newest block")
                    .filteredOn(method -> !method.equals("eth_call"))
                    .containsExactlyInAnyOrder("eth_chainId", "eth_getBlockByNumber");
            if (PARTIES >= 10_000) {
                measure(ledger, command, counter);
            }
        }
    }

    private static void fill(Ledger ledger, Address registry) throws IOException {
        Address crowd = ledger.create(Ledger.code("Crowd") + argument(registry));
        for (int from = 0; from < PARTIES; from += AT_ONCE) {
            int count = Math.min(AT_ONCE, PARTIES - from);
            // fill(uint256,uint256)
            ledger.call(crowd, "0x3c29fc43%064x%064x".formatted(from, count));
        }
    }

    private static String argument(Address address) {
        return "0".repeat(24) + address.lowerCase().substring(2);
    }

    private String run(String... command) throws Exception {
        try (OcnProcess process = OcnProcess.start(Map.of("OCN_HOME", home.toString()), command)) {
            assertThat(process.awaitEnd()).as(process.output()).isZero();
            return process.output();
        }
    }

    private void measure(Ledger ledger, String[] command, Counter counter) throws Exception {
        String direct = ledger.url().toString();
        String[] without = command.clone();
        without[5] = direct;
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long begun = System.nanoTime();
            run(without);
            millis.add((System.nanoTime() - begun) / 1_000_000);
        }
        Collections.sort(millis);
        Files.writeString(
                Path.of("target/party-list.txt"),
                "%d parties, %d calls; ten runs in ms, sorted: %s%n"
                        .formatted(PARTIES, counter.methods().size(), millis));
    }
}
