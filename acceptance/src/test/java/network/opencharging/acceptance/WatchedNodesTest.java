package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.util.Objects.requireNonNull;

import network.opencharging.acceptance.dsl.Errands;
import network.opencharging.acceptance.dsl.Network;
import network.opencharging.acceptance.dsl.OcnProcess;
import network.opencharging.acceptance.dsl.Terminal;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.local.Cast;
import network.opencharging.tools.local.NodeProcess;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody asks two real nodes, with the real command line, what passes them ({@code tail}) and
 * where an exchange went ({@code trace}).
 */
class WatchedNodesTest {
    private static final PartyId ALICE = Cast.ALICE.party();
    private static final PartyId NOBODY = new PartyId("ZZ", "ZZZ");

    private static @Nullable Network opened;

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void open() throws Exception {
        opened = Network.signed();
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void theLegsOfACommandAndOfItsResultAreToldOverBothNodes() throws Exception {
        String command = bob().unlock("legs").exchange().correlationId();
        String callback = bob().result("legs").correlationId();

        List<String> there = lines(trace(0, command, south(), north()));
        List<String> back = lines(trace(0, callback, south(), north()));

        assertThat(there.getFirst()).isEqualTo("POST commands RECEIVER, NL/BOB to DE/ALC");
        assertLegs(there, network().south(), network().north());
        assertThat(back.getFirst()).isEqualTo("POST commands SENDER, DE/ALC to NL/BOB");
        assertLegs(back, network().north(), network().south());
        assertThat(there).contains("signature: request signed for NL/BOB, good");
        assertThat(back).contains("signature: request signed for DE/ALC, good");
    }

    /** Two stops in the order of the way, and between them the wire: all with their time. */
    private static void assertLegs(List<String> told, NodeProcess first, NodeProcess second) {
        String time = "\\d+\\.\\d ms";
        assertThat(String.join("\n", told))
                .containsPattern(
                        "(?s)1  %s  came \\S+Z from a platform, was busy %s, ended 200 1000.*"
                                        .formatted(first.plan().url().getAuthority(), time)
                                + "\\|  %s on the wire to the next node and back.*".formatted(time)
                                + "2  %s  came \\S+Z from a node, was busy %s, ended 200 1000.*"
                                        .formatted(second.plan().url().getAuthority(), time)
                                + "\\|  %s until the answer came, from where nobody is asked.*"
                                        .formatted(time)
                                + "%s in all for who asked %s"
                                        .formatted(time, first.plan().url().getAuthority()));
    }

    @Test
    void anExchangeOfSeveralMessagesHasAWayForEach() throws Exception {
        String command = bob().unlock("several").exchange().correlationId();
        bob().result("several");
        Platform alice = network().alice().platform();
        URI responseUrl = Errands.responseUrl(alice, command);
        ObjectNode late = JsonText.object().put("result", "TIMEOUT");

        Reply told = alice.caller().send(Call.post(responseUrl, Cast.BOB.party(), late), command);

        assertThat(told.isSuccess()).as(told.summary()).isTrue();
        List<JsonNode> stops =
                trace(0, command, south(), north(), "--format", "json")
                        .lines()
                        .map(JsonText::object)
                        .map(JsonNode.class::cast)
                        .toList();
        assertThat(stops)
                .extracting(stop -> stop.path("interface_role").asString())
                .containsExactly("RECEIVER", "RECEIVER", "SENDER", "SENDER");
        assertThat(stops)
                .extracting(stop -> URI.create(stop.path("node").asString()))
                .containsExactly(
                        network().south().plan().url(),
                        network().north().plan().url(),
                        network().north().plan().url(),
                        network().south().plan().url());
        assertThat(trace(0, command, south(), north(), "--steps"))
                .containsPattern("authenticate +at \\d+\\.\\d ms +NL/BOB")
                .containsPattern("send +at \\d+\\.\\d ms +HTTP 200");
    }

    @Test
    void whoMayAskOneNodeOnlySeesItsPartOfTheWay() throws Exception {
        String id = bob().asked(ALICE).exchange().correlationId();

        String told = trace(0, id, south());

        assertThat(told).contains("until the answer came, from where nobody is asked");
        assertThat(told).doesNotContain("2  ", "on the wire to the next node");
    }

    @Test
    void aWrongKeyANodeThatIsDownAndAnUnknownExchangeAreSaidEachInASentence() throws Exception {
        String id = bob().asked(ALICE).exchange().correlationId();
        String wrong = " --admin-key-file " + secret("not-the-admin-key");
        String stranger = " --node " + network().north().plan().url() + wrong;
        String nowhere = " --node http://127.0.0.1:9" + wrong;

        assertThat(trace(0, id, south(), stranger))
                .contains(network().north().plan().url() + " cannot be asked: it does not accept")
                .contains("1  " + network().south().plan().url().getAuthority());
        assertThat(trace(0, id, nowhere, south()))
                .contains("http://127.0.0.1:9 cannot be asked: nobody listens");
        assertThat(trace(1, id, stranger, nowhere)).contains("None of the nodes can be asked.");
        assertThat(trace(1, "nobody-has-said-this", south(), north()))
                .contains("No message of this exchange is in the log of these nodes");
        assertThat(tool(1, "tail", stranger)).contains("does not accept this admin key");
        assertThat(tool(1, "tail", nowhere)).contains("cannot be followed: nobody listens");
    }

    @Test
    void tailTellsWhatPassesBothNodesAndOnlyWhatIsWanted() throws Exception {
        try (OcnProcess all = follow("--count 2", south(), north());
                OcnProcess refused = follow("--count 1 --refused", south(), north())) {
            String good = bob().asked(ALICE).exchange().correlationId();
            String bad = bob().asked(NOBODY).exchange().correlationId();

            assertThat(all.awaitEnd()).as(all.output()).isZero();
            assertThat(all.output())
                    .containsPattern(line(network().south(), "NL/BOB", "DE/ALC", "200 1000", good))
                    .containsPattern(line(network().north(), "NL/BOB", "DE/ALC", "200 1000", good));
            assertThat(refused.awaitEnd()).as(refused.output()).isZero();
            assertThat(refused.output())
                    .containsPattern(line(network().south(), "NL/BOB", "ZZ/ZZZ", "200 4001", bad))
                    .doesNotContain(good);
        }
    }

    private static String line(
            NodeProcess node, String from, String to, String outcome, String correlationId) {
        return "\\d\\d:\\d\\d:\\d\\d\\.\\d{3}  %s  %s +%s +GET +tariffs +%s.*\\d+ ms, signed.*  %s"
                .formatted(node.plan().url().getAuthority(), from, to, outcome, correlationId);
    }

    @Test
    void aNodeThatWentAwayIsFollowedAgainAndNothingThatPassedIsMissing() throws Exception {
        try (OcnProcess tail = follow("--count 2", south())) {
            String before = bob().asked(ALICE).exchange().correlationId();
            tail.awaitOutput(before);

            network().restart(network().south());
            String meanwhile = bob().asked(ALICE).exchange().correlationId();

            assertThat(tail.awaitEnd()).as(tail.output()).isZero();
            assertThat(tail.output()).contains(" is lost (", "; it is asked again in 1 s.");
            assertThat(tail.output().indexOf(meanwhile))
                    .isGreaterThan(tail.output().indexOf(before));
            assertThat(tail.output().split(before, -1)).as("told once").hasSize(2);
        }
    }

    @Test
    void inATerminalThereIsATableWithKeys() throws Exception {
        String line = "tools tail --earlier 0" + south() + north();
        try (Terminal terminal = Terminal.start(Map.of("COLUMNS", "200"), line.split(" ", -1))) {
            terminal.awaitScreen("q end   p hold   b only what is not well   c clear");
            terminal.awaitScreen("0 messages, 0 of them not well");
            bob().asked(ALICE);
            terminal.awaitScreen("200 1000");
            assertThat(terminal.screen())
                    .contains("NODE", "FROM", "NL/BOB", "DE/ALC", "GET tariffs");

            // Only what changes on the screen is drawn anew.
            terminal.press('b');
            terminal.awaitScreen("show a");
            terminal.press('p');
            terminal.awaitScreen("go on   b show all   c clear   (held)");
            bob().asked(NOBODY);
            assertThat(terminal.screen()).doesNotContain("200 4001");
            terminal.press('p');
            terminal.awaitScreen("200 4001");

            terminal.press('q');
            assertThat(terminal.awaitEnd()).as(terminal.screen()).isZero();
        }
        try (Terminal terminal = Terminal.start(Map.of(), line.split(" ", -1))) {
            terminal.awaitScreen("q end");
            terminal.interrupt();
            assertThat(terminal.awaitEnd()).as("what Ctrl-C ends").isEqualTo(130);
        }
    }

    private static Network network() {
        return requireNonNull(opened);
    }

    private static Errands bob() {
        return new Errands(network().bob(), ALICE);
    }

    private static String south() {
        return door(network().south());
    }

    private static String north() {
        return door(network().north());
    }

    private static String door(NodeProcess node) {
        return " --node %s --admin-key-file %s"
                .formatted(node.plan().url(), node.plan().adminKeyFile());
    }

    private Path secret(String text) throws IOException {
        return Files.writeString(folder.resolve("some.key"), text + "\n");
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String trace(int exit, String correlationId, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of(more));
        words.addFirst(" " + correlationId);
        return tool(exit, "trace", words.toArray(String[]::new));
    }

    private static String tool(int exit, String name, String... more) throws Exception {
        try (OcnProcess process = OcnProcess.start(Map.of(), words(name, more))) {
            assertThat(process.awaitEnd()).as(process.output()).isEqualTo(exit);
            return process.output();
        }
    }

    /** A tail that has begun: whatever passes from now on, it tells. */
    private static OcnProcess follow(String options, String... nodes) throws IOException {
        OcnProcess tail =
                OcnProcess.start(
                        Map.of(), words("tail", "--earlier 0", options, String.join("", nodes)));
        await().atMost(Network.PATIENCE)
                .failFast(() -> assertThat(tail.output()).doesNotContain("ocn: "))
                .until(() -> tail.output().split("is followed\\.", -1).length > nodes.length);
        return tail;
    }

    private static String[] words(String name, String... more) {
        return ("tools " + name + " " + String.join(" ", more)).split(" +", -1);
    }
}
