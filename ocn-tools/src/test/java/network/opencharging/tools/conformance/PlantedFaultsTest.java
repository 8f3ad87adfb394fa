package network.opencharging.tools.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.mock.fault.Faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The suite finds what is wrong with a mock that does it wrong, and nothing with an honest one. */
class PlantedFaultsTest {
    private static final String TABLE =
            "/network/opencharging/tools/conformance/planted-faults.csv";

    /** Seen by the one who is called, not by the one who calls: not the suite's to find. */
    private static final Set<String> NOT_THE_SUITES =
            Set.of(
                    "slow",
                    "callback-twice",
                    "raw-token",
                    "push-dropped",
                    "push-twice",
                    "push-reordered",
                    "push-without-ids",
                    "push-without-routing",
                    "token-encoded-twice");

    @ParameterizedTest
    @EnumSource(names = {"CPO", "EMSP", "HUB"})
    void anHonestMockPassesEverythingByWhichFaultsAreFound(Role role) throws Exception {
        try (Trial trial = Trial.of(role, List.of())) {
            trial.run();

            assertThat(trial.failed()).isEmpty();
            assertThat(trial.passed()).hasSizeGreaterThan(role == Role.HUB ? 25 : 55);
            assertThat(trial.passed())
                    .as("a case that finds a fault was tried and passed where there is none")
                    .containsAll(finders(role));
        }
    }

    private static Set<String> finders(Role role) throws IOException {
        return table().filter(row -> row[1].equals(role.name()))
                .map(row -> row[2])
                .collect(Collectors.toSet());
    }

    private static Stream<String[]> table() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(PlantedFaultsTest.class.getResourceAsStream(TABLE))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(row -> row.split(", *", -1));
        }
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @CsvFileSource(resources = TABLE, numLinesToSkip = 1)
    void everyPlantedFaultIsFoundByItsCase(String name, Role role, String id) throws Exception {
        try (Trial trial = Trial.of(role, List.of(Faults.find(name).orElseThrow()))) {
            trial.run();

            assertThat(trial.failed()).containsKey(id);
        }
    }

    @Test
    void noFaultIsLeftOutOfTheTable() throws IOException {
        Set<String> planted = table().map(row -> row[0]).collect(Collectors.toSet());

        assertThat(planted).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Faults.all())
                .extracting(Fault::name)
                .doesNotHaveDuplicates()
                .filteredOn(name -> !NOT_THE_SUITES.contains(name))
                .containsExactlyInAnyOrderElementsOf(planted);
    }
}
