package network.opencharging.tools.watch;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.tools.Mutations;
import network.opencharging.tools.Ran;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody asks where a message went and where its time. */
class TraceCommandTest {
    private final LogStub north;
    private final LogStub south;

    TraceCommandTest() throws IOException {
        north = new LogStub();
        south = new LogStub();
    }

    @AfterEach
    void close() {
        north.close();
        south.close();
    }

    @Test
    void theWayIsToldLegByLeg() {
        // given a message through two nodes: 41 ms at the first, of which the second took 20
        north.logged(Lines.good("n1", "2026-11-28T10:00:01.041Z"));
        south.logged(Lines.atTheNextNode("s1", "2026-11-28T10:00:01.030Z"));

        Ran ran = trace(Lines.EXCHANGE);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly(
                        "PUT sessions RECEIVER, DE/ALC to NL/BOB",
                        "1  %s  came 2026-11-28T10:00:01Z from a platform, was busy 6.0 ms, ended 200 1000"
                                .formatted(north.url().getAuthority()),
                        "signature: request signed for DE/ALC, good",
                        "signature: answer not signed",
                        "|  15.0 ms on the wire to the next node and back",
                        "2  %s  came 2026-11-28T10:00:01.010Z from a node, was busy 6.0 ms, ended 200 1000"
                                .formatted(south.url().getAuthority()),
                        "signature: request signed for DE/ALC, good",
                        "signature: answer not signed",
                        "|  14.0 ms until the answer came, from where nobody is asked",
                        "41.0 ms in all for who asked %s".formatted(north.url().getAuthority()));
    }

    @Test
    void whatWasRefusedIsSeenInItsStep() {
        north.logged(
                Lines.refused("n1", "2026-11-28T10:00:01.041Z")
                        .replace("\"step\":\"send\"", "\"step\":\"resolve\"")
                        .replace(
                                "true,\"found\":\"HTTP 200\"",
                                "false,\"found\":\"not connected\""));

        Ran ran = trace(Lines.EXCHANGE, "--steps");

        assertThat(ran.exitCode()).isEqualTo(Failure.FAILED);
        assertThat(ran.out()).contains("200 4003 ReceiverNotConnected", "not connected");
    }

    @Test
    void theSameQuestionAskedTwiceHasTwoWays() {
        north.logged(Lines.good("n1", "2026-11-28T10:00:01.041Z"));
        south.logged(Lines.atTheNextNode("s1", "2026-11-28T10:00:01.030Z"));
        north.logged(Lines.good("n2", "2026-11-28T10:00:05.041Z"));
        south.logged(Lines.atTheNextNode("s2", "2026-11-28T10:00:05.030Z"));

        assertThat(trace(Lines.EXCHANGE).out().lines().filter(line -> line.contains("in all")))
                .hasSize(2);
    }

    @Test
    void whoCannotBeAskedIsToldAndTheOthersAreAsked() {
        north.logged(Lines.good("n1", "2026-11-28T10:00:01.041Z"));
        south.close();

        Ran ran = trace(Lines.EXCHANGE);

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).contains("cannot be asked: nobody listens");
        assertThat(ran.out()).contains("from where nobody is asked");
    }

    @Test
    void whatNobodyKnowsIsSaid() {
        Ran ran = trace("another");

        assertThat(ran.exitCode()).isEqualTo(Failure.FAILED);
        assertThat(ran.out()).contains("No message of this exchange is in the log of these nodes");
        assertThat(trace("two words").exitCode()).isEqualTo(Failure.USAGE);
    }

    @Test
    void noChangedAnswerBreaksIt() {
        String good = Lines.good("n1", "2026-11-28T10:00:01.041Z");
        north.logged(good);
        south.close();
        Mutations.none(
                good.getBytes(StandardCharsets.UTF_8),
                changed -> {
                    // The list as it is; the message itself changed.
                    north.spoil(body ->
                            new String(body, StandardCharsets.UTF_8).startsWith("{\"messages")
                                    ? body
                                    : changed);
                    return trace(Lines.EXCHANGE, "--steps");
                });
    }

    private Ran trace(String... more) {
        String[] all =
                Stream.concat(
                                Stream.of(more),
                                Stream.of(
                                        "--node",
                                        north.url().toString(),
                                        "--node",
                                        south.url().toString()))
                        .toArray(String[]::new);
        return Ran.of(
                new TraceCommand(
                        Map.of("OCN_ADMIN_KEY", LogStub.KEY),
                        new Input(InputStream.nullInputStream())),
                all);
    }
}
