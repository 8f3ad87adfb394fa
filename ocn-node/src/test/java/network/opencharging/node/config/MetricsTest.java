package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Prometheus reads what the node counts, and no party's word is in it. */
class MetricsTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @TempDir private static Path folder = Path.of("");
    private static final StubPlatform PLATFORM = new StubPlatform();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static RunningNode node;
    private static String token;

    @BeforeAll
    static void start() {
        node = RunningNode.start(folder, ALICE);
        token =
                node.call(
                                "POST",
                                "/ocpi/2.2.1/credentials",
                                node.invite(ALICE),
                                PLATFORM.credentials(ALICE))
                        .token();
    }

    @AfterAll
    static void stop() {
        node.close();
        PLATFORM.close();
        HTTP.close();
    }

    @Test
    void messagesAreCountedByModuleDirectionAndOutcomeWithTheirTimes() throws Exception {
        send("/ocpi/receiver/2.2.1/sessions/DE/ALC/S1", "Token " + StubPlatform.base64(token));
        send("/ocpi/receiver/2.2.1/sessions/DE/ALC/S1", "Token nobody");

        await().untilAsserted(() -> {
            String all = metrics(key()).body();
            assertThat(all)
                    .contains(
                            "ocn_messages_seconds_count{from=\"platform\",module=\"sessions\",outcome=\"refused\",to=\"none\"}"
                                + " 2",
                            "ocn_messages_seconds_bucket{from=\"platform\",module=\"sessions\",outcome=\"refused\",to=\"none\",le=\"60.0\"}"
                                + " 2",
                            "ocn_refusals_total{refusal=\"ReceiverUnknown\"}",
                            "ocn_refusals_total{refusal=\"UnknownToken\"} 1.0",
                            "ocn_platforms{status=\"connected\"} 1.0",
                            "ocn_directory_parties 2.0",
                            "ocn_directory_reachable 1.0",
                            "ocn_lost{of=\"messages\"} 0.0",
                            "ocn_lost{of=\"bodies\"} 0.0",
                            "ocn_lost{of=\"callbacks\"} 0.0",
                            "ocn_lost{of=\"copies\"} 0.0",
                            "ocn_lost{of=\"observations\"} 0.0",
                            "ocn_waiting{of=\"messages\"}",
                            "jvm_memory_used_bytes");
            assertThat(all).containsPattern("ocn_directory_age_seconds [0-9]");
        });
    }

    @Test
    void verdictsOnSignaturesAreCounted() throws Exception {
        send(
                "/ocpi/receiver/2.2.1/tokens/DE/ALC/T1",
                Map.of("OCN-Signature", "that is none"),
                "Token " + StubPlatform.base64(token));
        send("/ocpi/receiver/2.2.1/tokens/DE/ALC/T1", "Token " + StubPlatform.base64(token));

        await().untilAsserted(() ->
                assertThat(metrics(key()).body())
                        .contains(
                                "ocn_signatures_total{of=\"request\",verdict=\"bad\"} 1.0",
                                "ocn_signatures_total{of=\"request\",verdict=\"none\"}"));
    }

    @Test
    void whatAPartyInventsIsNoLabel() throws Exception {
        for (int i = 0; i < 20; i++) {
            send(
                    "/ocpi/custom/receiver/invented" + i + "/1",
                    "Token " + StubPlatform.base64(token));
        }

        await().untilAsserted(() -> {
            String all = metrics(key()).body();
            assertThat(all).contains("module=\"custom\"").doesNotContain("invented", "ALC", "YYY");
        });
    }

    @Test
    void whoDoesNotShowTheKeySeesNothing() throws Exception {
        assertThat(metrics("wrong").statusCode()).isEqualTo(401);
        assertThat(metrics(RunningNode.ADMIN_KEY).statusCode()).isEqualTo(401);
        assertThat(node.callWith("GET", "/metrics", Map.of(), "").http()).isEqualTo(401);
    }

    private static String key() throws IOException {
        return Files.readString(folder.resolve("data/secrets/metrics.key")).strip();
    }

    private static HttpResponse<String> metrics(String key) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(node.url() + "/metrics"))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void send(String path, String authorization) {
        send(path, Map.of(), authorization);
    }

    private static void send(String path, Map<String, String> more, String authorization) {
        Map<String, String> headers =
                new HashMap<>(
                        Map.of(
                                "Authorization", authorization,
                                "OCPI-from-country-code", "DE",
                                "OCPI-from-party-id", "ALC",
                                "OCPI-to-country-code", "XX",
                                "OCPI-to-party-id", "YYY"));
        headers.putAll(more);
        node.callWith("GET", path, headers, "");
    }
}
