package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Whoever waits at the desk holds up nobody whose message is passed on. */
class DeskThreadsTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    /**
     * The framework calls its handlers by native reflection (see docs/node.md), and a virtual
     * thread below a native frame keeps its carrier while it waits: two slow platforms would stop a
     * node on two cores.
     */
    @Test
    void whoWaitsForAPlatformDoesNotWaitOnAThreadThatCarriesMessages(@TempDir Path folder) {
        AtomicReference<String> waiting = new AtomicReference<>("nobody");
        try (RunningNode node = RunningNode.start(folder, ALICE);
                StubPlatform alice = new StubPlatform()) {
            node.call(
                    "POST",
                    "/ocpi/2.2.1/credentials",
                    node.invite(ALICE),
                    alice.credentials(ALICE));
            alice.answerPut(body -> {
                waiting.set(whoIsIn("network.opencharging.node.handshake."));
                return "{\"status_code\":2000}";
            });

            node.admin("POST", "/platforms/" + idOfAlice(node) + "/rotate", "");
        }

        assertThat(waiting.get()).contains("-exec-");
    }

    private static String idOfAlice(RunningNode node) {
        return node.admin("GET", "/platforms", "")
                .body()
                .text()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    }

    /** Virtual threads are not among those that can be listed. */
    private static String whoIsIn(String room) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry ->
                        Stream.of(entry.getValue())
                                .anyMatch(frame -> frame.getClassName().startsWith(room)))
                .map(entry -> entry.getKey().getName())
                .findAny()
                .orElse("only threads that cannot be listed");
    }
}
