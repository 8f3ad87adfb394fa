package network.opencharging.acceptance;

import static network.opencharging.protocol.route.InterfaceRole.SENDER;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Crowd;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A node on a small machine: 100 connected parties and a registry of 10,000 in a heap of 256 MiB.
 */
class SmallHeapTest {
    private static final int CONNECTED = 100;
    private static final int LISTED = 10_000;
    private static final int ROUNDS = 5;

    @Test
    void aHundredPartiesTalkAtOnceThroughANodeOf256Mebibytes() throws Exception {
        try (Crowd crowd = Crowd.gather(CONNECTED, LISTED)) {
            NodeProcess node = crowd.node();
            assertThat(node.commandLine()).contains("-Xmx256m");

            for (int round = 0; round < ROUNDS; round++) {
                assertThat(everybodyAsksAtOnce(crowd))
                        .hasSize(CONNECTED - 1)
                        .allSatisfy(reply ->
                                assertThat(reply.isSuccess()).as(reply.summary()).isTrue());
            }

            assertThat(node.isAlive()).as(node.lastLines()).isTrue();
            assertThat(node.lastLines()).doesNotContain("OutOfMemoryError");
        }
    }

    private static List<Reply> everybodyAsksAtOnce(Crowd crowd) throws Exception {
        List<Callable<Reply>> questions = new ArrayList<>();
        for (MockEmsp emsp : crowd.emsps()) {
            questions.add(() ->
                    emsp.platform()
                            .caller()
                            .send(Call.of("GET", ModuleId.LOCATIONS, SENDER, "", crowd.cpo())));
        }
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Reply> asked : together.invokeAll(questions)) {
                replies.add(asked.get());
            }
        }
        return replies;
    }
}
