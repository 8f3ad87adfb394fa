package network.opencharging.bridge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;

import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.model.v221.CommandResultType;
import network.opencharging.bridge.model.v221.DisplayText;
import network.opencharging.bridge.trial.Written;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Every entrance of the backoffice of a server, with a body that cannot be taken: it is told which
 * field, nothing is sent, and the body stands where somebody sees it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NothingIsDroppedTest {
    private final FakeHub hub = new FakeHub();
    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new RunningServer(hub, folder);
    }

    @AfterAll
    void close() {
        server.close();
        hub.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/bad/backoffice.txt", delimiter = '|', quoteCharacter = '~')
    void whatTheBackofficeSaysWrongIsToldAndKept(
            String request, String body, int status, String fault) {
        String[] parts = request.split(" ");
        String answer = server.api().ask(parts[0], parts[1], body);

        assertThat(answer).startsWith(Integer.toString(status)).contains(fault);
        assertThat(server.api().get("complaints"))
                .contains("OWN_INVALID", body.replace("\"", "\\\""), fault);
        assertThat(hub.heard).noneMatch(one -> one.body().text().contains(body));
    }

    @Test
    void anObjectUnderAnothersIdIsToldAndKept() {
        assertThat(server.api().put("own/DE/ALC/sessions/other", Written.session("s-id")))
                .startsWith("400")
                .contains("must be those of the path");
        assertThat(server.api().get("complaints")).contains("s-id", "must be those of the path");
        assertThat(server.api().get("own/DE/ALC/sessions/other")).startsWith("404");
    }

    @Test
    void aBodyThatIsTooLongIsToldAndItsBeginningKept() {
        String long1 = "{\"id\":\"much too long\",\"x\":\"%s\"}".formatted("x".repeat(4 << 20));

        assertThat(server.api().put("own/DE/ALC/tariffs/T9", long1)).startsWith("413");
        assertThat(server.api().get("complaints")).contains("much too long", "4 MiB");
    }

    @Test
    void everyDifferentRefusalOfOneObjectStandsWithItsBody() {
        String good = Written.location("L9");
        List<String> bodies =
                List.of(
                        good.replace("\"DEU\"", "\"Germany\""),
                        good.replace("\"city\"", "\"town\""),
                        good.replace("Europe/Berlin", "x".repeat(300)),
                        good.replace("\"publish\":true", "\"publish\":7"),
                        good.substring(1),
                        good.replace("\"L9\"", "\"L8\""));

        for (String body : bodies) {
            assertThat(server.api().put("own/DE/ALC/locations/L9", body)).as(body).startsWith("4");
        }

        assertThat(server.api().get("complaints?limit=1000"))
                .contains(bodies.stream().map(body -> body.replace("\"", "\\\"")).toList())
                .contains(
                        "$.country:",
                        "$.city:",
                        "$.time_zone:",
                        "$.publish:",
                        "; at byte ",
                        "must be those of the path",
                        "\"fallen_out\":0",
                        "\"most\":10000",
                        "\"most_of_one_object\":20");
    }

    /** There is no body to keep, but something was not done that a program wanted done. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | own/FR/CAR/tariffs/G1 | 404 | GET own/FR/CAR/tariffs/G1",
                "DELETE | own/FR/CAR/tariffs/D1 | 404 | DELETE own/FR/CAR/tariffs/D1",
                "GET    | own/DE/ALC/tariffs/G2?too=NL-BOB | 400 | no parameter too here",
                "PUT    | own/DE/ALC/sessions/P1 | 400 | and there is none",
                "POST   | own/DE/ALC/locations/P2 | 405 | Only GET, PUT and DELETE",
                "DELETE | inbox/first | 400 | by its seq"
            })
    void whatWasNotDoneForAWrongPathIsKeptToo(String verb, String path, int status, String shown) {
        assertThat(server.api().ask(verb, path, "")).startsWith(Integer.toString(status));
        assertThat(server.api().get("complaints?limit=1000")).contains(shown);
    }

    @Test
    void aResultThatNobodyWaitsForIsKept() {
        assertThat(
                        server.api()
                                .ask(
                                        "POST",
                                        "commands/never-heard-of/result",
                                        "{\"result\":\"ACCEPTED\"}"))
                .startsWith("410");
        assertThat(server.api().get("complaints?limit=1000"))
                .contains("POST commands/never-heard-of/result", "Nobody waits for this result");
    }

    @Test
    void whoOnlyLooksForWhatIsNotThereLeavesNoComplaint() {
        String before = server.api().get("status");
        assertThat(server.api().get("own/DE/ALC/tariffs/not-there")).startsWith("404");
        assertThat(server.api().ask("DELETE", "complaints/4711", "")).startsWith("404");
        assertThat(server.api().get("status")).isEqualTo(before);
    }

    @Test
    void aFieldThatIsNearlyAnotherIsTakenWithAWordAboutIt() {
        String location =
                Written.location("L7")
                        .replace(
                                "\"publish\"",
                                "\"parking_typ\":\"ON_STREET\",\"x-own\":1,\"publish\"");

        assertThat(server.api().put("own/DE/ALC/locations/L7", location))
                .startsWith("202")
                .contains("$.parking_typ", "did you mean parking_type?")
                .doesNotContain("x-own");
        assertThat(server.api().get("own/DE/ALC/locations/L7")).contains("parking_typ", "x-own");

        assertThat(
                        server.api()
                                .put(
                                        "own/DE/ALC/locations/L7",
                                        location.replace("country_code", "countryCode")))
                .startsWith("422")
                .contains("$.country_code: is required", "did you mean country_code?");
    }

    @Test
    void theSameWrongBodyAgainIsOneComplaintThatCounts() {
        for (int i = 0; i < 3; i++) {
            server.api().put("own/DE/ALC/tariffs/T8", "{\"id\":\"T8\"}");
        }
        assertThat(server.api().get("complaints?limit=1000"))
                .containsPattern("\"object\":\"T8\",[^{]*\"times\":3");
    }

    /** A Java backoffice, which reports the end of a command by a method. */
    @Test
    void aResultThatOcpiDoesNotAllowIsToldAndKeptAndABetterOneStillCounts() {
        String id = commanded();
        CommandBook book = server.part(CommandBook.class);
        CommandResult wrong =
                CommandResult.builder()
                        .result(CommandResultType.ACCEPTED)
                        .message(
                                List.of(
                                        DisplayText.builder()
                                                .language("en")
                                                .text("much too long".repeat(50))
                                                .build()))
                        .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> book.settle(id, wrong))
                .withMessageContaining("$.message[0].text");

        assertThat(server.api().get("complaints")).contains("result of " + id, "much too long");
        CommandResult good = CommandResult.builder().result(CommandResultType.ACCEPTED).build();
        assertThat(book.settle(id, good)).isTrue();
        await().atMost(RunningServer.LONG)
                .until(() -> hub.heard.stream().anyMatch(one -> one.path().endsWith("/results/1")));
        assertThat(hub.heard).noneMatch(one -> one.body().text().contains("much too long"));
    }

    private String commanded() {
        try (Partner bob = server.partner(RunningServer.BOB)) {
            bob.send(
                    "POST",
                    "receiver/2.2.1/commands/STOP_SESSION",
                    "{\"response_url\":\"%s\",\"session_id\":\"s\"}"
                            .formatted(hub.versions().resolve("/results/1")));
        }
        String inbox = server.api().get("inbox");
        int at = inbox.lastIndexOf("\"id\":\"") + 6;
        return inbox.substring(at, inbox.indexOf('"', at));
    }

    @Test
    void anEventThatTheWebhookDoesNotTakeIsShownUntilItIsTaken(@TempDir Path other)
            throws IOException {
        AtomicInteger status = new AtomicInteger(418);
        HttpServer backoffice = listening(status);
        Path secret = Files.writeString(other.resolve("secret"), "0123456789abcdef");
        try (FakeHub own = new FakeHub();
                RunningServer told =
                        new RunningServer(
                                own,
                                other,
                                "--ocn.bridge.backoffice.webhook=http://localhost:"
                                        + backoffice.getAddress().getPort(),
                                "--ocn.bridge.backoffice.webhook-secret-file=" + secret);
                Partner bob = told.partner(RunningServer.BOB)) {
            String session =
                    Written.session("s-1")
                            .replace("DE\",\"party_id\":\"ALC", "NL\",\"party_id\":\"BOB");
            assertThat(bob.send("PUT", "receiver/2.2.1/sessions/NL/BOB/s-1", session).code())
                    .isEqualTo(1000);

            await().atMost(RunningServer.LONG)
                    .untilAsserted(() ->
                            assertThat(told.api().get("complaints"))
                                    .contains("BACKOFFICE_FAILED", "HTTP 418", "s-1"));
            assertThat(told.api().get("inbox")).contains("s-1");

            status.set(204);
            await().atMost(RunningServer.LONG)
                    .until(() -> told.api().get("inbox").equals("200 {\"events\":[]}"));
        } finally {
            backoffice.stop(0);
        }
    }

    private static HttpServer listening(AtomicInteger status) throws IOException {
        HttpServer backoffice =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backoffice.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(status.get(), -1);
                    exchange.close();
                });
        backoffice.start();
        return backoffice;
    }
}
