package network.opencharging.cpo.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;

import network.opencharging.cpo.config.CpoUnderTest;
import network.opencharging.cpo.device.DeviceEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What the operator can do with plugs, and with the port of any device. */
class PlugsApiTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private CpoUnderTest cpo;
    private AdminClient operator;

    @BeforeEach
    void start() {
        cpo = CpoUnderTest.start(folder);
        operator = AdminClient.of(cpo);
    }

    @AfterEach
    void stop() {
        cpo.close();
    }

    private JsonNode writtenDown(String name, String family) {
        return operator.does("PUT", "/admin/plugs/" + name, "{'family':'%s'}".formatted(family))
                .body();
    }

    private static Mqtt3BlockingClient plug(JsonNode written) {
        return plug(written, written.path("brokerPort").asInt());
    }

    private static Mqtt3BlockingClient plug(JsonNode written, int port) {
        Mqtt3BlockingClient plug =
                MqttClient.builder()
                        .useMqttVersion3()
                        .identifier(written.path("name").asString())
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .buildBlocking();
        plug.connectWith()
                .simpleAuth()
                .username(written.path("name").asString())
                .password(written.path("password").asString().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        return plug;
    }

    private static void tells(Mqtt3BlockingClient plug, String topic, String payload) {
        plug.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private void isOnline(String name) {
        await().atMost(PATIENCE)
                .until(() ->
                        operator.gets("/admin/plugs/" + name)
                                .body()
                                .path("online")
                                .asBoolean(false));
    }

    /** Answered once the plug said that it is on. */
    private CompletableFuture<AdminClient.Answer> ordersOn(String name) {
        return CompletableFuture.supplyAsync(() ->
                operator.does(
                        "POST",
                        "/admin/ports/" + name + "/1/start",
                        "{'session':'S1','token':'CARD'}"));
    }

    @Test
    void aPlugIsWrittenDownConnectsAndCharges() {
        JsonNode written = writtenDown("left", "SHELLY_2");
        Mqtt3BlockingClient plug = plug(written);
        tells(plug, "left/online", "true");
        isOnline("left");
        CompletableFuture<AdminClient.Answer> started = ordersOn("left");
        await().atMost(PATIENCE)
                .until(() -> {
                    tells(plug, "left/status/switch:0", "{'output':true,'aenergy':{'total':500}}");
                    return started.isDone();
                });
        assertThat(started.join().body().path("outcome").asString()).isEqualTo("DONE");
        JsonNode charging = operator.gets("/admin/plugs/left").body();
        assertThat(charging.path("session").asString()).isEqualTo("S1");
        assertThat(charging.path("registerWh").asLong()).isEqualTo(500);
        assertThat(charging.path("on").asBoolean()).isTrue();
        assertThat(charging.path("password").isNull()).isTrue();
        assertThat(operator.does("DELETE", "/admin/plugs/left", "").status()).isEqualTo(409);

        tells(plug, "left/status/switch:0", "{'output':false,'aenergy':{'total':600}}");
        await().atMost(PATIENCE)
                .until(() ->
                        cpo.events().stream()
                                .anyMatch(DeviceEvent.EnergyStopped.class::isInstance));
        plug.disconnect();
    }

    /** Its password, its counter and who charges. */
    @Test
    void aPlugSurvivesARestart() {
        JsonNode written = writtenDown("left", "TASMOTA");
        Mqtt3BlockingClient plug = plug(written);
        tells(plug, "tele/left/LWT", "Online");
        isOnline("left");
        CompletableFuture<AdminClient.Answer> started = ordersOn("left");
        tells(plug, "tele/left/SENSOR", "{'ENERGY':{'Total':5.000}}");
        await().atMost(PATIENCE)
                .until(() -> {
                    tells(plug, "stat/left/POWER", "ON");
                    return started.isDone();
                });
        cpo.close();
        cpo = CpoUnderTest.start(folder);
        operator = AdminClient.of(cpo);
        Mqtt3BlockingClient back =
                plug(written, operator.gets("/admin/plugs/left").body().path("brokerPort").asInt());
        tells(back, "tele/left/LWT", "Online");
        // It was reset meanwhile, and counts from nothing.
        tells(back, "tele/left/SENSOR", "{'ENERGY':{'Total':0.250}}");
        tells(back, "stat/left/POWER", "OFF");
        await().atMost(PATIENCE)
                .until(() ->
                        cpo.events().stream()
                                .anyMatch(event ->
                                        event instanceof DeviceEvent.EnergyStopped stopped
                                                && stopped.charge()
                                                        .session()
                                                        .orElse("")
                                                        .equals("S1")
                                                && stopped.register().orElseThrow().value()
                                                        == 5_250));
        back.disconnect();
    }

    @Test
    void passwordsAreShownOnceAndNowhereKept() throws IOException {
        String first = writtenDown("left", "SHELLY_1").path("password").asString();
        assertThat(first).hasSize(20);
        assertThat(writtenDown("left", "SHELLY_2").path("password").isNull()).isTrue();
        String second =
                operator.does("POST", "/admin/plugs/left/password", "")
                        .body()
                        .path("password")
                        .asString();
        assertThat(second).hasSize(20).isNotEqualTo(first);
        cpo.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String kept = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(kept).doesNotContain(first).doesNotContain(second);
            }
        }
        cpo = CpoUnderTest.start(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    left | {} | family
                    left | {'family':'NONE'} | the body
                    left | {'family':'TEMPLATE'} | template
                    left | {'family':'SHELLY_1','template':{'on':{'topic':'a'},'off':{'topic':'a'},'tells':[]}} | {seconds}
                    left | {'family':'TEMPLATE','template':{'on':{'topic':'{name}','payload':'{seconds}'},'off':{'topic':'{name}'},'tells':[{'topic':'{name}'}]}} | what
                    left | {'family':'TEMPLATE','template':{'on':{'topic':'{name}','payload':'{seconds}'},'off':{'topic':'{name}'},'tells':[{'what':'STATE','topic':'{name}/s','on':'1','off':'0'}]}} | PRESENCE
                    left | {'family':'SHELLY_1','address':'192.168.7.20'} | ocn.cpo.plugs.http-networks
                    left | {'family':'SHELLY_1','address':'plug.example.com'} | IP address
                    le%20ft | {'family':'SHELLY_1'} | name
                    """)
    void whatCannotBeIsNamed(String name, String wish, String named) {
        AdminClient.Answer answer = operator.does("PUT", "/admin/plugs/" + name, wish);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).contains(named);
        assertThat(operator.gets("/admin/plugs").body()).isEmpty();
    }

    @Test
    void plugsThatWouldShareATopicAreRefused() {
        String template =
                "{'family':'TEMPLATE','template':{'on':{'topic':'%1$s/set','payload':'{seconds}'},"
                        + "'off':{'topic':'%1$s/set'},'tells':[{'what':'STATE','topic':'%1$s/is',"
                        + "'on':'1','off':'0'},{'what':'PRESENCE','topic':'%1$s/here','on':'1',"
                        + "'off':'0'}]}}";
        assertThat(operator.does("PUT", "/admin/plugs/b", template.formatted("a/{name}")).status())
                .isEqualTo(200);
        AdminClient.Answer answer =
                operator.does("PUT", "/admin/plugs/a", template.formatted("{name}/b"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).contains("the plug b");
    }

    /** The operator narrowed the networks: one plug is out of reach, all else lives. */
    @Test
    void aPlugThatMayNotBeCalledAnyMoreIsFaultedAlone() {
        cpo.close();
        cpo = CpoUnderTest.start(folder, "--ocn.cpo.plugs.http-networks=127.0.0.0/8");
        operator = AdminClient.of(cpo);
        AdminClient.Answer put =
                operator.does(
                        "PUT",
                        "/admin/plugs/called",
                        "{'family':'SHELLY_1','address':'127.0.0.1:9'}");
        assertThat(put.body().path("fault").asString()).isEmpty();
        JsonNode written = writtenDown("left", "SHELLY_2");
        cpo.close();
        cpo = CpoUnderTest.start(folder, "--ocn.cpo.plugs.http-networks=192.168.7.0/24");
        operator = AdminClient.of(cpo);
        assertThat(operator.gets("/admin/plugs/called").body().path("fault").asString())
                .contains("OCN_CPO_HTTP_PLUG_NETWORKS");
        assertThat(cpo.events())
                .anyMatch(event ->
                        event instanceof DeviceEvent.Faulted fault && fault.code().equals("NoWay"));
        Mqtt3BlockingClient plug =
                plug(written, operator.gets("/admin/plugs/left").body().path("brokerPort").asInt());
        tells(plug, "left/online", "true");
        isOnline("left");
        plug.disconnect();
    }

    @Test
    void aNameIsOneDevicesOnly() {
        cpo.knowsWorking("CS1");
        AdminClient.Answer plug = operator.does("PUT", "/admin/plugs/CS1", "{'family':'SHELLY_2'}");
        assertThat(plug.status()).isEqualTo(409);
        assertThat(plug.body().path("error").asString()).contains("station");
        writtenDown("left", "SHELLY_2");
        AdminClient.Answer station =
                operator.does("PUT", "/admin/stations/left", "{'securityProfile':0}");
        assertThat(station.status()).isEqualTo(409);
        assertThat(station.body().path("error").asString()).contains("plug");
    }

    @Test
    void aPortOfAnyDeviceTakesTheSameOrders() {
        cpo.knowsWorking("CS1");
        writtenDown("left", "SHELLY_2");
        for (String device : List.of("CS1", "left")) {
            String port = "/admin/ports/" + device + "/1";
            assertThat(operator.gets(port).body().path("online").asBoolean(true)).isFalse();
            assertThat(
                            operator.does("POST", port + "/start", "{'session':'S','token':'T'}")
                                    .body()
                                    .path("outcome")
                                    .asString())
                    .isEqualTo("UNREACHABLE");
            assertThat(operator.does("POST", port + "/start", "{'session':'S'}").status())
                    .isEqualTo(400);
        }
        assertThat(operator.gets("/admin/ports/nobody/1").status()).isEqualTo(404);
        assertThat(operator.gets("/admin/ports/left/0").status()).isEqualTo(400);
    }
}
