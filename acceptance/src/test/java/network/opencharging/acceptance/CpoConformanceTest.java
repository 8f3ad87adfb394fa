package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.acceptance.dsl.Examination;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.RoamingPair;
import network.opencharging.acceptance.dsl.Wallbox;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.NodeAdmin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What our own tools say of our own backend, asked through two nodes, everything signed. */
class CpoConformanceTest {
    /** Who never charged has no session and no CDR that could be looked at. */
    private static final List<String> NOTHING_CHARGED =
            Stream.of("sessions", "cdrs")
                    .flatMap(module ->
                            Stream.of(
                                            "PAGE-4.%s: it has only one page",
                                            "PAGE-8.%s: it has only one page",
                                            "PAGE-9.%s: there are fewer than two objects",
                                            "MODEL-1.%s: the list is empty",
                                            "OWN-1.%s: the list is empty",
                                            "CASE-1.%s: the list is empty")
                                    .map(one -> one.formatted(module)))
                    .toList();

    @Test
    void theBackendPassesAsACpo(@TempDir Path folder) throws Exception {
        try (RoamingPair pair = RoamingPair.start(folder)) {
            // More than a page by twos of what a CPO has.
            for (int i = 1; i <= 3; i++) {
                pair.cpo().sells("T" + i);
                pair.cpo().opens("L" + i, "CS-" + i);
            }
            try (Wallbox _ = Wallbox.start(pair.cpo().station("CS-1"))) {
                await("the station is free at Bob")
                        .atMost(Network.PATIENCE)
                        .until(() -> isFree(pair));
                NodeAdmin.Invitation invitation = pair.invitesTester();

                Examination taken =
                        Examination.taken(
                                invitation.token(),
                                "--register",
                                "--role",
                                "cpo",
                                "--url",
                                invitation.versions().toString(),
                                "--party",
                                RoamingPair.TESTER.party().toString(),
                                "--to",
                                Cast.ALICE.party().toString(),
                                "--key-file",
                                pair.keyOfTester().toString());

                assertThat(taken.failed()).as(taken.said()).isEmpty();
                assertThat(taken.skipped())
                        .as(taken.said())
                        .allMatch(one -> one.matches("[A-Z]+-[0-9]\\.(sessions|cdrs) .*"))
                        .extracting(one -> one.replaceFirst(" .*: ", ": "))
                        .containsExactlyInAnyOrderElementsOf(NOTHING_CHARGED);
                assertThat(taken.passed()).isGreaterThan(90);
            }
        }
    }

    private static boolean isFree(RoamingPair pair) {
        return pair.bob().received().locations().all().stream()
                .anyMatch(one -> one.evses().getFirst().status().value().equals("AVAILABLE"));
    }
}
