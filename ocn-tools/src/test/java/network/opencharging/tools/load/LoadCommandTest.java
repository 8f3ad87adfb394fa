package network.opencharging.tools.load;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.Mutations;
import network.opencharging.tools.Ran;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;
import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Input;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody asks how much a system bears. Counts are asserted, never times. */
class LoadCommandTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void everyRequestThatIsDueIsSentOnceAndCounted() throws Exception {
        try (SlowStub stub = SlowStub.answering(_ -> SlowStub.WELL)) {
            Path page = folder.resolve("load.html");

            Ran ran =
                    load(
                            request(stub),
                            "--rate",
                            "100,200",
                            "--for",
                            "1",
                            "--warm-up",
                            "0",
                            "--html",
                            page.toString());

            assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
            assertThat(stub.requests()).isEqualTo(300);
            assertThat(ran.out()).contains("100/s wanted", "200/s wanted", "p99");
            assertThat(ids(stub)).hasSize(300).doesNotHaveDuplicates();
            assertThat(Files.readString(page)).contains("<svg", "polyline", "Nothing failed.");
        }
    }

    @Test
    void aPageThatCannotBeWrittenIsNamedBeforeAnythingIsSent() throws Exception {
        try (SlowStub stub = SlowStub.answering(_ -> SlowStub.WELL)) {
            Path page = folder.resolve("nowhere/load.html");

            Ran ran = load(request(stub), "--html", page.toString());

            assertThat(ran.exitCode()).isEqualTo(2);
            assertThat(ran.err()).contains("--html cannot be written: " + page);
            assertThat(stub.requests()).isZero();
        }
    }

    @Test
    void whatIsNotAnsweredHoldsNobodyUpAndItsWaitingCounts() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (SlowStub stub = SlowStub.behind(gate)) {
            // given four connections, and nobody who answers
            Ran ran =
                    load(
                            request(stub),
                            "--rate",
                            "50",
                            "--for",
                            "1",
                            "--warm-up",
                            "0",
                            "--connections",
                            "4",
                            "--answer-within",
                            "1");

            // then all that were due are told, though only some could be sent
            assertThat(ran.exitCode()).isEqualTo(Failure.FAILED);
            assertThat(stub.heads().size()).isLessThan(50);
            assertThat(ran.out()).contains("50 failed", "no answer in time");
            gate.countDown();
        }
    }

    @Test
    void whyRequestsFailIsTold() throws Exception {
        List<String> answers =
                List.of(
                        SlowStub.WELL,
                        SlowStub.answer(500, "{}"),
                        SlowStub.answer(200, "{\"status_code\":2001}"),
                        SlowStub.answer(200, "x".repeat(2000) + "\"status_code\": 3000}"),
                        "HELLO\r\n\r\n",
                        "");
        try (SlowStub stub = SlowStub.answering(i -> answers.get(i % answers.size()))) {
            Ran ran = load(request(stub), "--rate", "60", "--for", "1", "--warm-up", "0");

            assertThat(ran.exitCode()).isEqualTo(Failure.FAILED);
            assertThat(ran.out())
                    .contains(
                            "10: HTTP 500",
                            "10: OCPI 2001",
                            "10: OCPI 3000",
                            "10: no HTTP",
                            "10: the connection was closed");
        }
    }

    @Test
    void onlySoManyConnectionsAreOpen() throws Exception {
        try (SlowStub stub = SlowStub.answering(_ -> SlowStub.WELL)) {
            load(
                    request(stub),
                    "--rate",
                    "200",
                    "--for",
                    "1",
                    "--warm-up",
                    "0",
                    "--connections",
                    "3",
                    "--threads",
                    "2");

            assertThat(stub.connections()).isEqualTo(3);
            assertThat(stub.requests()).isEqualTo(200);
        }
    }

    @Test
    void whatCannotBeUsedIsSaidInASentence() {
        assertThat(load("GET nowhere").err())
                .contains("Line 1 of the request must have an address");
        assertThat(load("Hello").err()).contains("Line 1 of the request must be a method");
        assertThat(load("GET http://127.0.0.1:1/\nno header").err()).contains("Line 2");
        assertThat(load("GET http://127.0.0.1:1/", "--rate", "0").err()).contains("--rate must be");
        assertThat(load("GET http://127.0.0.1:1/", "--threads", "65").err()).contains("--threads");
        assertThat(load("Hello").exitCode()).isEqualTo(Failure.USAGE);
        assertThat(ran(new byte[0]).err()).contains("either --url or --request");
        assertThat(
                        load(
                                        "GET http://127.0.0.1:1/",
                                        "--rate",
                                        "5",
                                        "--for",
                                        "1",
                                        "--warm-up",
                                        "0")
                                .out())
                .contains("5: no connection could be opened");
    }

    /** The list is read once for each request that was due, by a party that registered for it. */
    @Test
    void aPartyIsAskedForWhatItsRoleOffers() throws Exception {
        Settings settings =
                Settings.of(
                        new Identity(new PartyId("DE", "ALC"), Role.CPO, "Alice"),
                        Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}));
        try (MockCpo cpo = MockCpo.open(settings)) {
            cpo.platform().connection().invite("token-a");
            String line =
                    "load --ask locations --rate 40 --for 1 --warm-up 0 --register --url "
                            + cpo.platform().versions();

            Ran ran = Ran.tools(Map.of("OCPI_TOKEN", "token-a"), line.split(" ", -1));

            assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();
            assertThat(ran.out()).contains("LOCATIONS at ", "40/s wanted");
            assertThat(cpo.platform().log().all())
                    .filteredOn(one -> one.request().line().contains("/locations?limit=10"))
                    .hasSize(40)
                    .allSatisfy(one -> assertThat(one.answer().line()).isEqualTo("200 1000"));
            assertThat(cpo.platform().connection().peer()).as("unregistered again").isEmpty();
        }
    }

    @Test
    void whatNobodyOffersIsSaid() throws Exception {
        Settings settings =
                Settings.of(
                        new Identity(new PartyId("DE", "ALC"), Role.CPO, "Alice"),
                        Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}));
        try (MockCpo cpo = MockCpo.open(settings)) {
            cpo.platform().connection().invite("token-a");
            String line = "load --ask authorize --register --url " + cpo.platform().versions();

            Ran ran = Ran.tools(Map.of("OCPI_TOKEN", "token-a"), line.split(" ", -1));

            assertThat(ran.exitCode()).isEqualTo(Failure.FAILED);
            assertThat(ran.err()).contains("the system offers no tokens SENDER");
        }
    }

    @Test
    void noChangedRequestBreaksIt() {
        byte[] good =
                "POST https://127.0.0.1/ocpi\nAuthorization: Token abc\n\n{\"a\":1}"
                        .getBytes(StandardCharsets.UTF_8);
        // The rate is refused after the request was read: nothing is sent.
        Mutations.none(
                good,
                changed -> {
                    try {
                        RequestFile.read(new String(changed, StandardCharsets.UTF_8));
                        return new Ran(0, "", "");
                    } catch (Failure e) {
                        return new Ran(e.exitCode(), "", String.valueOf(e.getMessage()));
                    }
                });
    }

    private static List<String> ids(SlowStub stub) {
        Pattern id = Pattern.compile("X-Request-ID: (load-\\d{20})");
        List<String> ids = new ArrayList<>();
        for (String head : stub.heads()) {
            Matcher matcher = id.matcher(head);
            if (matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        return ids;
    }

    private static String request(SlowStub stub) {
        return "GET %s/ocpi/2.2.1/locations?limit=10\nAuthorization: Token abc\n"
                .formatted(stub.url());
    }

    private static Ran load(String request, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--request", "-"));
        arguments.addAll(List.of(more));
        return ran(request.getBytes(StandardCharsets.UTF_8), arguments.toArray(String[]::new));
    }

    private static Ran ran(byte[] standard, String... arguments) {
        return Ran.of(
                new LoadCommand(
                        Map.of(), Seams.real(), new Input(new ByteArrayInputStream(standard))),
                arguments);
    }
}
