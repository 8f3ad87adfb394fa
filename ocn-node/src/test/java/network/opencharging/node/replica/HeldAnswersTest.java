package network.opencharging.node.replica;

import static network.opencharging.node.replica.Fleet.ALICE;
import static network.opencharging.node.replica.Fleet.CAROL;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.replica.Client.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Answers are held while they pass: a node of 256 MiB to which far more comes back at once takes
 * what there is room for, refuses the rest at once, and is as before afterwards.
 */
class HeldAnswersTest {
    private static final int AT_ONCE = 24;

    /**
     * Of each answer: together with the others it is nearly the heap, twice with what passing
     * takes.
     */
    private static final int CHARACTERS = 9_000_000;

    @TempDir private Path folder = Path.of("");
    private final Client client = new Client();

    @Test
    void whatHasNoRoomIsRefusedAndNothingBreaks() throws Exception {
        int port = Fleet.freePorts(1).getFirst();
        String url = "http://127.0.0.1:" + port;
        try (NodeProcess node =
                        NodeProcess.start(folder, port, Fleet.alone(folder, url)).awaitReady();
                Backoffice alice = new Backoffice(ALICE, "CPO");
                Backoffice carol = new Backoffice(CAROL, "EMSP")) {
            client.register(url, url, alice);
            String token = client.register(url, url, carol);
            String one = "\"" + "x".repeat(997) + "\"";
            alice.says("[" + (one + ",").repeat(CHARACTERS / 1000) + one + "]");

            List<Integer> answers = allAtOnce(url, token);

            assertThat(answers).containsOnly(200, 503).contains(200, 503);
            assertThat(node.log()).doesNotContain("OutOfMemoryError");
            for (int i = 0; i < 20; i++) {
                assertThat(ask(url, token).ocpi())
                        .as("the memory came back, %s", i)
                        .isEqualTo(1000);
            }
        }
    }

    private List<Integer> allAtOnce(String url, String token) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked =
                    IntStream.range(0, AT_ONCE)
                            .mapToObj(_ -> callers.submit(() -> ask(url, token).http()))
                            .toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : asked) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Answer ask(String url, String token) throws IOException {
        return client.tryToAskForLocation(url, token, CAROL, ALICE);
    }
}
