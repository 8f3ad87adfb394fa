package network.opencharging.cpo.ocpp.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.ocpp.door.RawStation;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A station that works, and what its operator sends it and sees of it. */
final class HoldingStation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String id;
    private final AdminClient operator;
    private final RawStation socket;

    HoldingStation(CpoUnderTest cpo, Spoken spoken) {
        this(cpo, spoken, "HOLD-" + NUMBERS.incrementAndGet());
    }

    HoldingStation(CpoUnderTest cpo, Spoken spoken, String id) {
        this.id = id;
        this.operator = AdminClient.of(cpo);
        cpo.knowsWorking(id);
        this.socket = RawStation.connect(cpo, id, spoken.protocol());
        socket.asks("Heartbeat", "{}");
    }

    String id() {
        return id;
    }

    RawStation socket() {
        return socket;
    }

    CompletableFuture<AdminClient.Answer> isSent(String action, String payload) {
        return CompletableFuture.supplyAsync(() ->
                operator.does(
                        "POST",
                        "/admin/stations/%s/commands/%s?wait=30".formatted(id, action),
                        payload));
    }

    /** The operator's call goes out, the station says that, and he has its answer. */
    void is(String action, String payload, String answered) {
        CompletableFuture<AdminClient.Answer> given = isSent(action, payload);
        assertThat(socket.answers(answered).get(2).asString()).isEqualTo(action);
        assertThat(given.join().body().path("state").asString()).isEqualTo("ANSWERED");
    }

    void is(String action, String payload) {
        is(action, payload, "{'status':'Accepted'}");
    }

    /** The next call; answers to its own calls are passed over. */
    JsonNode hearsCall() {
        JsonNode heard = socket.hears();
        while (heard.get(0).asInt() != 2) {
            heard = socket.hears();
        }
        return heard;
    }

    void answers(JsonNode call, String payload) {
        socket.says("[3,'%s',%s]".formatted(call.get(1).asString(), payload));
    }

    JsonNode held() {
        return operator.gets("/admin/stations/%s/held".formatted(id)).body();
    }

    JsonNode only() {
        assertThat(held()).hasSize(1);
        return held().get(0);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        held().forEach(one -> names.add(one.path("name").asString()));
        return names;
    }

    /** Its list is acknowledged in this version. */
    void hasList(int version) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    JsonNode list = only();
                    assertThat(list.path("state").asString()).isEqualTo("HELD");
                    assertThat(list.path("acknowledgedVersion").asInt()).isEqualTo(version);
                });
    }

    @Override
    public void close() {
        socket.close();
    }
}
