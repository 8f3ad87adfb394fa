package network.opencharging.bridge.config;

import static network.opencharging.bridge.config.RunningServer.HUB;
import static network.opencharging.bridge.config.RunningServer.LONG;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.bridge.http.FakeHub;
import network.opencharging.bridge.http.Partner;
import network.opencharging.bridge.trial.Written;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When what a backoffice says sets out, and when it does not. */
class DeliveryTest {
    @TempDir private Path folder = Path.of("");
    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void nothingIsSentToAPartyThatIsOfflineUntilItIsBack() {
        try (RunningServer server = new RunningServer(hub, folder);
                Partner theHub = server.partner(HUB)) {
            assertThat(tell(theHub, "OFFLINE")).isEqualTo(1000);
            server.api().put("own/DE/ALC/sessions/s-1?to=NL-BOB", Written.session("s-1"));
            server.api().put("own/DE/ALC/sessions/s-2?to=FR-CAR", Written.session("s-2"));

            await().atMost(LONG).until(() -> came("s-2") == 1);
            assertThat(came("s-1")).isZero();
            assertThat(server.api().get("outbox/queues"))
                    .contains("\"to\":\"NL/BOB\",\"module\":\"sessions\",\"waiting\":1");

            assertThat(tell(theHub, "CONNECTED")).isEqualTo(1000);
            await().atMost(LONG).until(() -> came("s-1") == 1);
        }
    }

    @Test
    void whoIsOfflineIsAskedForAfterJoiningAndOnlyWhatChangedIsAskedForAgain() {
        hub.answers.put(
                "/hubclientinfo",
                "[" + info("OFFLINE", "2026-11-21T09:00:00Z") + ",{\"party_id\":\"???\"}]");
        try (RunningServer server = new RunningServer(hub, folder);
                Partner theHub = server.partner(HUB)) {
            await().atMost(LONG)
                    .until(() -> server.api().get("inbox").contains("\"kind\":\"clientinfo\""));
            server.api().put("own/DE/ALC/sessions/s-1?to=NL-BOB", Written.session("s-1"));
            server.api().put("own/DE/ALC/sessions/s-2?to=FR-CAR", Written.session("s-2"));
            await().atMost(LONG).until(() -> came("s-2") == 1);
            assertThat(came("s-1")).isZero();

            hub.answers.put(
                    "/hubclientinfo", "[" + info("CONNECTED", "2026-11-21T09:30:00Z") + "]");
            server.restart();
            await().atMost(LONG).until(() -> came("s-1") == 1);
            assertThat(hub.heard)
                    .filteredOn(heard -> heard.path().endsWith("/hubclientinfo"))
                    .extracting(FakeHub.Heard::query)
                    .containsExactly("", "date_from=2026-11-21T09:00:00Z");

            // News that is older than what is known changes nothing.
            assertThat(tell(theHub, "OFFLINE")).isEqualTo(1000);
            server.api().put("own/DE/ALC/sessions/s-3?to=NL-BOB", Written.session("s-3"));
            await().atMost(LONG).until(() -> came("s-3") == 1);
        }
    }

    @Test
    void withoutResendingWhatFailsOnceIsParkedUntilSomebodySaysSo() {
        try (RunningServer server =
                new RunningServer(hub, folder, "--ocn.bridge.data.resend=false")) {
            hub.trouble = 503;
            server.api().put("own/DE/ALC/sessions/s-1?to=NL-BOB", Written.session("s-1"));
            await().atMost(LONG)
                    .until(() -> server.api().get("outbox/parked").contains("HTTP 503"));
            hub.trouble = 0;
            server.api().put("own/DE/ALC/sessions/s-2?to=NL-BOB", Written.session("s-2"));
            await().atMost(LONG).until(() -> came("s-2") == 1);
            assertThat(came("s-1")).isEqualTo(1);

            String parked = server.api().get("outbox/parked");
            assertThat(parked).contains("HTTP 503", "DE/ALC/s-1");
            assertThat(server.api().ask("POST", "outbox/resend?id=" + id(parked), ""))
                    .isEqualTo("200 {\"resent\":1}");
            await().atMost(LONG).until(() -> came("s-1") == 2);
            await().atMost(LONG).until(() -> server.api().get("status").contains("\"parked\":0"));
        }
    }

    @Test
    void whatIsParkedIsSentAgainByTimeRangeOrGivenUp() {
        try (RunningServer server =
                new RunningServer(hub, folder, "--ocn.bridge.data.resend=false")) {
            hub.trouble = 503;
            server.api().put("own/DE/ALC/sessions/s-1?to=NL-BOB", Written.session("s-1"));
            await().atMost(LONG)
                    .until(() -> server.api().get("outbox/parked").contains("HTTP 503"));

            assertThat(server.api().ask("POST", "outbox/resend?until=2020-01-01T00:00:00Z", ""))
                    .isEqualTo("200 {\"resent\":0}");
            assertThat(server.api().ask("POST", "outbox/resend?since=yesterday", ""))
                    .startsWith("400");
            String id = id(server.api().get("outbox/parked"));
            assertThat(server.api().ask("DELETE", "outbox/parked/" + id, "")).startsWith("202");
            assertThat(server.api().ask("DELETE", "outbox/parked/" + id, "")).startsWith("404");
            assertThat(server.api().get("status")).contains("\"parked\":0");
        }
    }

    @Test
    void aCdrThatIsSentAgainHasTheSameContentAndCorrelationAndIsARequestOfItsOwn() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            hub.trouble = 503;
            server.api().put("own/DE/ALC/cdrs/c-1?to=NL-BOB", Written.cdr("c-1"));
            await().atMost(LONG).until(() -> cdrs() >= 2);
            server.restart();
            hub.trouble = 0;
            await().atMost(LONG).until(() -> server.api().get("status").contains("\"waiting\":0"));
            server.api().put("own/DE/ALC/cdrs/c-2?to=NL-BOB", Written.cdr("c-2"));
            await().atMost(LONG).until(() -> server.api().get("status").contains("\"waiting\":0"));

            List<FakeHub.Heard> sent =
                    hub.heard.stream().filter(one -> one.path().endsWith("/cdrs")).toList();
            assertThat(sent).hasSizeGreaterThanOrEqualTo(4);
            // Nodes refuse a signed POST that comes again under one id of a request.
            assertThat(sent.stream().map(one -> id(one, "X-Request-ID"))).doesNotHaveDuplicates();
            assertThat(sent.stream().map(one -> id(one, "X-Correlation-ID")).distinct()).hasSize(2);
            assertThat(sent.subList(0, sent.size() - 1).stream().map(one -> one.body().text()))
                    .containsOnly(sent.getFirst().body().text());
        }
    }

    private static String id(FakeHub.Heard heard, String header) {
        return heard.headers().get(header).orElseThrow();
    }

    @Test
    void aCdrIsKeptUntilItIsAcknowledged() {
        try (RunningServer server = new RunningServer(hub, folder)) {
            hub.trouble = 503;
            server.api().put("own/DE/ALC/cdrs/c-1?to=NL-BOB", Written.cdr("c-1"));
            await().atMost(LONG).until(() -> cdrs() >= 2);
            server.restart();
            assertThat(server.api().get("status")).contains("\"waiting\":1");

            hub.trouble = 0;
            await().atMost(LONG).until(() -> server.api().get("status").contains("\"waiting\":0"));
            assertThat(server.api().get("outbox/queues"))
                    .contains("\"module\":\"cdrs\",\"waiting\":0", "HTTP 503", "last_arrived");
        }
    }

    private static int tell(Partner hub, String status) {
        return hub.send(
                        "PUT",
                        "receiver/2.2.1/hubclientinfo/NL/BOB",
                        info(status, "2026-11-21T09:00:00Z"))
                .code();
    }

    private static String info(String status, String at) {
        return "{\"party_id\":\"BOB\",\"country_code\":\"NL\",\"role\":\"EMSP\",\"status\":\"%s\",\"last_updated\":\"%s\"}"
                .formatted(status, at);
    }

    private long came(String session) {
        return hub.heard.stream().filter(heard -> heard.path().endsWith("/" + session)).count();
    }

    private long cdrs() {
        return hub.heard.stream().filter(heard -> heard.path().endsWith("/cdrs")).count();
    }

    private static String id(String parked) {
        Matcher found = Pattern.compile("\"id\":(\\d+)").matcher(parked);
        assertThat(found.find()).as(parked).isTrue();
        return found.group(1);
    }
}
