package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.CommandHandler;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.v221.CommandResponseType;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A command is written down before the backoffice hears of it, and its result goes to the hub. */
class CommandsTest {
    private static final String STOP =
            "{\"response_url\":\"https://hub.example/r/1\",\"session_id\":\"s-1\"}";
    private static final String PATH = "receiver/2.2.1/commands/STOP_SESSION";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void anAcceptedCommandWaitsForItsResultAndTellsHowLong() {
        try (Bridge bridge = accepting();
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.send("POST", PATH, STOP);

            assertThat(answer.code()).isEqualTo(1000);
            assertThat(answer.data().text()).contains("\"ACCEPTED\"", "\"timeout\":30");
            assertThat(bridge.book.waiting)
                    .hasEntrySatisfying(
                            "c-1",
                            command -> {
                                assertThat(command.responseUrl())
                                        .hasToString("https://hub.example/r/1");
                                assertThat(command.between().asker()).isEqualTo(Bridge.BOB);
                            });
            assertThat(bridge.book.deadlines)
                    .containsEntry("c-1", Instant.parse("2026-11-21T10:00:30Z"));
            assertThat(heard).containsExactly("STOP_SESSION c-1");
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/commands.txt", delimiter = '|', quoteCharacter = '~')
    void everyCommandReachesTheBackofficeTypedAndWithItsContext(
            String command, String type, String body) {
        CommandHandler asking =
                (context, given) -> {
                    heard.add(given.order().getClass().getSimpleName() + " " + context);
                    return new CommandHandler.Answer.Accepted(Duration.ofSeconds(30));
                };
        String token = RandomObjects.full(3).next(Token.SHAPE).text();
        try (Bridge bridge = bridge(asking);
                Partner bob = bridge.bob()) {
            Partner.Answer answer =
                    bob.send(
                            "POST",
                            "receiver/2.2.1/commands/" + command,
                            body.formatted("https://hub.example/r/1", token));

            assertThat(answer.data().text()).contains("\"ACCEPTED\"");
            assertThat(heard)
                    .containsExactly(
                            type
                                    + " "
                                    + new Context(
                                            Bridge.BOB,
                                            Bridge.ALICE,
                                            "corr-1",
                                            Instant.parse("2026-11-21T10:00:20Z")));
        }
    }

    @Test
    void aRefusedCommandWaitsForNothing() {
        CommandHandler refusing =
                (context, command) ->
                        new CommandHandler.Answer.Refused(
                                CommandResponseType.UNKNOWN_SESSION, "No such charge.");
        try (Bridge bridge = bridge(refusing);
                Partner bob = bridge.bob()) {
            assertThat(bob.send("POST", PATH, STOP).data().text())
                    .contains("\"UNKNOWN_SESSION\"", "No such charge.");
            assertThat(bridge.book.waiting).isEmpty();
        }
    }

    @Test
    void aResultIsNeverSentToAServerThatIsNotTheHub() {
        try (Bridge bridge = accepting();
                Partner bob = bridge.bob()) {
            Partner.Answer answer =
                    bob.send("POST", PATH, STOP.replace("hub.example", "thief.example"));

            assertThat(answer.code()).isEqualTo(2001);
            assertThat(answer.message()).contains("response_url must lead to the hub");
            assertThat(heard).isEmpty();
        }
    }

    @Test
    void aCommandThatNobodyKnowsIsNotSupported() {
        try (Bridge bridge = accepting();
                Partner bob = bridge.bob()) {
            assertThat(bob.send("POST", "receiver/2.2.1/commands/DANCE", STOP).data().text())
                    .contains("NOT_SUPPORTED");
        }
    }

    @Test
    void theResultOfAnOwnCommandIsToldWithItsId() {
        Backoffice backoffice =
                Backoffice.builder()
                        .results((context, type, id, result) -> {
                            heard.add(type.value() + " " + id + " " + result.result());
                            return Verdict.kept();
                        })
                        .build();
        try (Bridge bridge = new Bridge(backoffice, Duration.ofSeconds(20));
                Partner bob = bridge.bob()) {
            Partner.Answer answer =
                    bob.send(
                            "POST",
                            "sender/2.2.1/commands/START_SESSION/own-7",
                            "{\"result\":\"ACCEPTED\"}");

            assertThat(answer.code()).isEqualTo(1000);
            assertThat(heard).hasSize(1).first().asString().startsWith("START_SESSION own-7");
        }
    }

    @Test
    void onlyTheHubTellsWhoCanBeReached() {
        Backoffice backoffice =
                Backoffice.builder()
                        .clientInfo((context, info) -> {
                            heard.add(info.partyId() + " " + info.status().value());
                            return Verdict.kept();
                        })
                        .build();
        Json info =
                Json.Obj.EMPTY
                        .with("party_id", "BOB")
                        .with("country_code", "NL")
                        .with("role", "EMSP")
                        .with("status", "OFFLINE")
                        .with("last_updated", "2026-11-21T09:00:00Z");
        try (Bridge bridge = new Bridge(backoffice, Duration.ofSeconds(20));
                Partner bob = bridge.bob()) {
            String path = "receiver/2.2.1/hubclientinfo/NL/BOB";

            assertThat(bob.put(path, info).message()).contains("Only the hub");
            assertThat(bob.from(Bridge.HUB).put(path, info).code()).isEqualTo(1000);
            assertThat(heard).containsExactly("BOB OFFLINE");
        }
    }

    private Bridge accepting() {
        return bridge((context, command) -> {
            heard.add(command.order().type().value() + " " + command.id());
            return new CommandHandler.Answer.Accepted(Duration.ofSeconds(30));
        });
    }

    private static Bridge bridge(CommandHandler handler) {
        return new Bridge(Backoffice.builder().commands(handler).build(), Duration.ofSeconds(20));
    }
}
