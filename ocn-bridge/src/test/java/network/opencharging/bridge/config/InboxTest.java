package network.opencharging.bridge.config;

import static network.opencharging.bridge.config.RunningServer.BOB;
import static network.opencharging.bridge.config.RunningServer.LONG;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.bridge.trial.Written;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** What a backoffice hears of partners' objects: once, in order, and until it has them. */
class InboxTest {
    private static final String PATH = "receiver/2.2.1/sessions/NL/BOB/s-1";
    private static final String SESSION =
            Written.session("s-1").replace("DE", "NL").replace("ALC", "BOB");
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aPolledEventStaysUntilItIsDeletedAlsoOverARestart() {
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB)) {
            assertThat(bob.send("PUT", PATH, SESSION).code()).isEqualTo(1000);

            String first = server.api().get("inbox");
            assertThat(first).contains("\"kind\":\"sessions\"", "\"id\":\"s-1\"", "NL/BOB");
            assertThat(server.api().get("inbox")).isEqualTo(first);
            server.restart();
            assertThat(server.api().get("inbox")).isEqualTo(first);

            assertThat(server.api().ask("DELETE", "inbox/" + seqs(first).getFirst(), ""))
                    .startsWith("202");
            assertThat(server.api().get("inbox")).isEqualTo("200 {\"events\":[]}");
        }
    }

    @Test
    void theSameAgainAndWhatIsOlderChangeNothingAndAreAcknowledged() {
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB)) {
            String older =
                    SESSION.replace(
                                    "\"last_updated\":\"2026-11-21T10",
                                    "\"last_updated\":\"2026-11-21T09")
                            .replace("\"kwh\":12.345", "\"kwh\":1");
            String newer =
                    SESSION.replace(
                                    "\"last_updated\":\"2026-11-21T10",
                                    "\"last_updated\":\"2026-11-21T11")
                            .replace("\"kwh\":12.345", "\"kwh\":99");

            assertThat(bob.send("PUT", PATH, SESSION).code()).isEqualTo(1000);
            assertThat(bob.send("PUT", PATH, SESSION).code()).isEqualTo(1000);
            assertThat(bob.send("PUT", PATH, older).code()).isEqualTo(1000);
            assertThat(seqs(server.api().get("inbox"))).hasSize(1);
            assertThat(server.api().get("partners/NL/BOB/sessions/s-1")).contains("\"kwh\":12.345");

            assertThat(bob.send("PUT", PATH, newer).code()).isEqualTo(1000);
            assertThat(seqs(server.api().get("inbox"))).hasSize(2);
            assertThat(server.api().get("partners/NL/BOB/sessions/s-1")).contains("\"kwh\":99");
        }
    }

    @Test
    void aCdrThatComesTwiceIsHeardOnceAndAnotherOneUnderItsIdIsRefusedAndShown() {
        String cdr =
                Written.cdr("c-1").replace("DE\",\"party_id\":\"ALC", "NL\",\"party_id\":\"BOB");
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB)) {
            assertThat(bob.send("POST", "receiver/2.2.1/cdrs", cdr).code()).isEqualTo(1000);
            assertThat(bob.send("POST", "receiver/2.2.1/cdrs", cdr).code()).isEqualTo(1000);
            assertThat(
                            bob.send(
                                            "POST",
                                            "receiver/2.2.1/cdrs",
                                            cdr.replace(
                                                    "\"total_energy\":12.345",
                                                    "\"total_energy\":1"))
                                    .code())
                    .isEqualTo(2001);

            assertThat(seqs(server.api().get("inbox"))).hasSize(1);
            assertThat(server.api().get("complaints"))
                    .contains("PARTNER_REFUSED", "and it is another one", "\"total_energy\\\":1");
        }
    }

    @Test
    void whoeverBringsTheSameObjectInTheSameMomentIsAnsweredWellAndTheNewestStays()
            throws Exception {
        int crowd = 12;
        try (RunningServer server = new RunningServer(hub, folder);
                Partner bob = server.partner(BOB);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int object = 1; object <= 3; object++) {
                String id = "s-" + object;
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Integer>> answers = new ArrayList<>();
                for (int minute = 10; minute < 10 + crowd; minute++) {
                    String state =
                            SESSION.replace("s-1", id)
                                    .replaceAll(
                                            "(\"last_updated\":\"2026-11-21T)[0-9:]{5}",
                                            "$110:" + minute)
                                    .replace("\"kwh\":12.345", "\"kwh\":" + minute);
                    answers.add(
                            threads.submit(() -> {
                                start.await();
                                return bob.send("PUT", PATH.replace("s-1", id), state).code();
                            }));
                }
                start.countDown();
                for (Future<Integer> answer : answers) {
                    assertThat(answer.get()).isEqualTo(1000);
                }
                assertThat(server.api().get("partners/NL/BOB/sessions/" + id))
                        .contains("\"kwh\":" + (9 + crowd));
            }
            assertThat(server.api().get("complaints")).doesNotContain("FAILED");
        }
    }

    @Test
    void aWebhookIsToldAgainUntilItHasTakenTheEventAndNeverOutOfOrder() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer backoffice =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backoffice.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        told.add(
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(told.size() < 3 ? 500 : 204, -1);
                    }
                });
        backoffice.start();
        Files.writeString(folder.resolve("webhook.secret"), "known-to-both");
        try (RunningServer server =
                        new RunningServer(
                                hub,
                                folder,
                                "--ocn.bridge.backoffice.webhook=http://127.0.0.1:"
                                        + backoffice.getAddress().getPort(),
                                "--ocn.bridge.backoffice.webhook-secret-file="
                                        + folder.resolve("webhook.secret"));
                Partner bob = server.partner(BOB)) {
            bob.send("PUT", PATH, SESSION);
            bob.send("PUT", PATH.replace("s-1", "s-2"), SESSION.replace("s-1", "s-2"));

            await().atMost(LONG).until(() -> told.size() == 4);
            await().atMost(LONG)
                    .until(() -> server.api().get("inbox").equals("200 {\"events\":[]}"));
        } finally {
            backoffice.stop(0);
        }
        assertThat(told.subList(0, 3)).allMatch(event -> event.contains("\"id\":\"s-1\""));
        assertThat(told.get(3)).contains("\"id\":\"s-2\"");
    }

    private static List<String> seqs(String inbox) {
        return SEQ.matcher(inbox).results().map(found -> found.group(1)).toList();
    }
}
