package network.opencharging.cli;

import static network.opencharging.cli.Ground.NORTH;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cli.Ground.Said;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A write counts as done when blocks stand on it, and not before. */
class ConfirmationsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final StringWriter said = new StringWriter();
    @TempDir private Path folder = Path.of("");
    private Ground ground;

    @BeforeEach
    void aChain() throws IOException {
        ground = Ground.start(folder);
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void eachBlockThatComesIsToldUntilThereAreEnough() throws Exception {
        CompletableFuture<Integer> write =
                typing("node set https://north.example --confirmations 3");
        awaitSaid("In block ");
        assertThat(write).isNotDone();
        ground.chain().mine(1);
        awaitSaid("2 of 3 confirmations.");
        assertThat(write).isNotDone();
        ground.chain().mine(1);

        assertThat(write.get()).isZero();
    }

    @Test
    void aBlockThatIsReplacedIsNoticedAndTheWriteComesAgain() throws Exception {
        String answer = ground.chain().call("evm_snapshot", "");
        String before = answer.replaceAll(".*\"result\":(\"\\w+\").*", "$1");
        CompletableFuture<Integer> write =
                typing("node set https://north.example --confirmations 3 --bump-after 200ms");
        awaitSaid("In block ");

        ground.chain().call("evm_revert", before);
        assertThat(ground.ask("node list").out()).isEmpty();
        ground.chain().mine(3);

        awaitSaid("Its block was replaced by another one; waiting again.");
        await().atMost(PATIENCE)
                .until(() -> ground.ask("node list").out().contains("https://north.example"));
        ground.chain().mine(3);
        assertThat(write.get()).isZero();
    }

    @Test
    void whoWaitsTooLongForThemIsToldHowToGoOn() throws Exception {
        Said late = ground.as(NORTH, "node set https://north.example --confirmations 3 --wait 1s");
        assertThat(late.exit()).isEqualTo(4);
        assertThat(late.err()).contains("has 1 of 3 confirmations: go on with  ocn resume 0x");
        String hash = late.err().replaceAll("(?s).*ocn resume (0x\\w{64}).*", "$1");

        ground.chain().mine(2);
        Said resumed = ground.as(NORTH, "resume " + hash + " --confirmations 3");
        assertThat(resumed.exit()).as(resumed.err()).isZero();
    }

    /** Somebody types this, and reads what is said while it goes on. */
    private CompletableFuture<Integer> typing(String line) throws IOException {
        String all =
                "%s --rpc %s --registry %s --key %s"
                        .formatted(
                                line,
                                ground.chain().httpUrl(),
                                ground.registry(),
                                ground.key(NORTH));
        CommandLine command = Ocn.commandLine();
        command.setOut(new PrintWriter(new StringWriter(), true));
        command.setErr(new PrintWriter(said, true));
        return CompletableFuture.supplyAsync(() -> command.execute(all.split(" ", -1)));
    }

    private void awaitSaid(String words) {
        await(words).atMost(PATIENCE).until(() -> said.toString().contains(words));
    }
}
