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

/** What our own tools say of our own backend, asked through two nodes, everything signed. */
class CpoConformanceTest {
    @Test
    void theBackendPassesAsACpo(@TempDir Path folder) throws Exception {
        try (RoamingPair pair = RoamingPair.start(folder)) {
            pair.cpo().sellsEnergy();
            pair.cpo().opens("L1", "CS-1");
            try (Wallbox _ = Wallbox.start(pair.cpo().station("CS-1"))) {
                await("the station is free at Bob")
                        .atMost(Network.PATIENCE)
                        .until(() ->
                                pair.bob().received().locations().all().stream()
                                        .anyMatch(one ->
                                                one.evses()
                                                        .getFirst()
                                                        .status()
                                                        .value()
                                                        .equals("AVAILABLE")));
                NodeAdmin.Invitation invitation = pair.invitesTester();

                assertThat(
                                Examination.failed(
                                        invitation.token(),
                                        40,
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
                                        pair.keyOfTester().toString()))
                        .as(pair.cpo().journal())
                        .isEmpty();
            }
        }
    }
}
