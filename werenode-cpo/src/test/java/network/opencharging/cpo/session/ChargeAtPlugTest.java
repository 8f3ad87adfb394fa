package network.opencharging.cpo.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;

import network.opencharging.cpo.admin.AdminClient;
import network.opencharging.cpo.config.CpoUnderTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A charge at a smart plug over a real broker, and over a restart of the backend. */
class ChargeAtPlugTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @TempDir private Path folder;

    private CpoUnderTest backend() {
        return CpoUnderTest.start(folder, "--ocn.cpo.sessions.party=DE/ALC");
    }

    private static Mqtt3BlockingClient plug(JsonNode written, int port) {
        Mqtt3BlockingClient plug =
                MqttClient.builder()
                        .useMqttVersion3()
                        .identifier("garage")
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildBlocking();
        plug.connectWith()
                .simpleAuth()
                .username("garage")
                .password(written.path("password").asString().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        says(plug, "garage/online", "true");
        return plug;
    }

    private static void says(Mqtt3BlockingClient plug, String topic, String payload) {
        plug.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private static void shows(Mqtt3BlockingClient plug, boolean on, long wattHours) {
        says(
                plug,
                "garage/status/switch:0",
                "{'output':%s,'aenergy':{'total':%d}}".formatted(on, wattHours));
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(PATIENCE).until(condition::getAsBoolean);
    }

    private static JsonNode session(AdminClient operator, String id) {
        return operator.gets("/admin/sessions/" + id).body().path("session");
    }

    @Test
    void aSessionAtAPlugGoesOnOverARestartAndIsBilledByThePlugsCounter() {
        String id;
        JsonNode written;
        try (CpoUnderTest cpo = backend()) {
            AdminClient operator = AdminClient.of(cpo);
            written = operator.does("PUT", "/admin/plugs/garage", "{'family':'SHELLY_2'}").body();
            SiteUnderTest.tariff(operator, "T", "0.40");
            SiteUnderTest site = SiteUnderTest.at(operator, "garage", "T");
            Mqtt3BlockingClient plug = plug(written, port(operator));
            id = charges(operator, plug, site);
            shows(plug, true, 1_900);
            until(() -> session(operator, id).path("energy").asLong() == 900);
            plug.disconnect();
        }
        try (CpoUnderTest cpo = backend()) {
            AdminClient operator = AdminClient.of(cpo);
            until(() ->
                    operator.gets("/admin/plugs/garage")
                            .body()
                            .path("session")
                            .asString("")
                            .equals(id));
            Mqtt3BlockingClient plug = plug(written, port(operator));
            shows(plug, true, 1_950);
            until(() -> session(operator, id).path("energy").asLong() == 950);
            operator.does("POST", "/admin/sessions/%s/stop".formatted(id), "");
            until(() -> {
                shows(plug, false, 2_100);
                return session(operator, id).path("phase").asString().equals("CLOSED");
            });
            JsonNode closed = session(operator, id);
            assertThat(closed.path("energy").asLong()).isEqualTo(1_100);
            assertThat(closed.path("why").asString()).isEqualTo("OPERATOR");
            // 1.1 kWh at 0.40, and a fifth of VAT
            assertThat(closed.path("cost").decimalValue()).isEqualByComparingTo("0.528");
            assertThat(operator.gets("/admin/cdrs").body()).hasSize(1);
            plug.disconnect();
        }
    }

    private static int port(AdminClient operator) {
        return operator.gets("/admin/plugs/garage").body().path("brokerPort").asInt();
    }

    private static String status(AdminClient operator, SiteUnderTest site) {
        return operator.gets("/admin/locations/" + site.location())
                .body()
                .path("evses")
                .path(0)
                .path("status")
                .asString("");
    }

    /** Ordered, on, and delivering. */
    private static String charges(
            AdminClient operator, Mqtt3BlockingClient plug, SiteUnderTest site) {
        until(() -> {
            shows(plug, false, 1_000);
            return status(operator, site).equals("AVAILABLE");
        });
        String wish = "{'token':'C','location':'%s'}".formatted(site.location());
        String id = operator.does("POST", "/admin/sessions", wish).body().path("id").asString();
        until(() -> {
            shows(plug, true, 1_000);
            return session(operator, id).path("phase").asString().equals("DELIVERING");
        });
        return id;
    }
}
