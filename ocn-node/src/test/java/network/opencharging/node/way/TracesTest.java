package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import network.opencharging.node.message.Received;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Trace;
import network.opencharging.node.operate.SpanWriter;
import network.opencharging.node.relay.RelayObserver;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;

/** One trace leads along both nodes and out to the platform. */
class TracesTest {
    private static final String OBJECT = "/ocpi/receiver/2.2.1/locations/DE/ALC/L1";
    private static final String GIVEN = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";

    private final Cast cast = new Cast();
    private final List<SpanWriter> writers = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        writers.forEach(SpanWriter::close);
        cast.close();
    }

    /** Keeps what it is told. */
    private static final class Spans implements SpanExporter {
        private final List<SpanData> all = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            all.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        SpanData message() {
            await().until(() -> all.stream().anyMatch(it -> it.getName().equals("message")));
            return all.stream().filter(it -> it.getName().equals("message")).findFirst().get();
        }
    }

    private Spans traced(TestNode node, double ratio) {
        Spans spans = new Spans();
        trace(node, spans, ratio);
        return spans;
    }

    private void trace(TestNode node, SpanExporter exporter, double ratio) {
        SpanWriter writer =
                new SpanWriter(
                        exporter,
                        new SpanWriter.Wishes(node.url(), ratio),
                        () -> ThreadLocalRandom.current().nextLong(),
                        Clock.systemUTC());
        writers.add(writer);
        node.tell(
                new RelayObserver() {
                    @Override
                    public Received begins(Received received) {
                        return writer.begins(received);
                    }

                    @Override
                    public void on(RelayEvent event) {
                        writer.ended(event);
                    }
                });
    }

    private Asking asking() {
        return cast.from(cast.alice, cast.bob)
                .asks("PUT", OBJECT)
                .with("X-Correlation-ID", "traced")
                .body("{\"kwh\":1}");
    }

    private String told() {
        return cast.bob.seen().getLast().headers().get(Trace.HEADER).orElse("nothing");
    }

    @Test
    void theSecondNodesSpanIsBelowTheFirstOnes() {
        Spans north = traced(cast.north, 1);
        Spans south = traced(cast.south, 1);

        assertThat(asking().send().code()).isEqualTo(1000);

        SpanData first = north.message();
        SpanData second = south.message();
        assertThat(second.getTraceId()).isEqualTo(first.getTraceId());
        assertThat(first.getParentSpanContext().isValid()).isFalse();
        assertThat(second.getParentSpanId()).isEqualTo(first.getSpanId());
        assertThat(told()).isEqualTo("00-" + first.getTraceId() + "-" + second.getSpanId() + "-01");
        for (SpanData span : List.of(first, second)) {
            assertThat(span.getAttributes().get(AttributeKey.stringKey("ocn.correlation_id")))
                    .isEqualTo("traced");
        }
        await().untilAsserted(() ->
                assertThat(north.all)
                        .filteredOn(it -> it.getParentSpanId().equals(first.getSpanId()))
                        .extracting(SpanData::getName)
                        .hasSize(9)
                        .contains("authenticate", "verify", "send", "verify_answer"));
    }

    @Test
    void aTraceThatAPlatformBeganGoesOn() {
        Spans north = traced(cast.north, 0);

        asking().with(Trace.HEADER, GIVEN).send();

        assertThat(north.message().getTraceId()).isEqualTo("a".repeat(32));
        assertThat(north.message().getParentSpanId()).isEqualTo("b".repeat(16));
    }

    @Test
    void whereNobodyTracesTheHeaderTravelsAsItCame() {
        asking().with(Trace.HEADER, GIVEN).send();
        assertThat(told()).isEqualTo(GIVEN);

        asking().send();
        assertThat(told()).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00-x-y-01", "a secret of somebody"})
    void whatIsNoTraceIsNotPassedOn(String header) {
        asking().with(Trace.HEADER, header).send();

        assertThat(told()).isEqualTo("nothing");
    }

    @Test
    void aCollectorIsToldOverTheWire() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    bodies.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.ISO_8859_1));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        collector.start();
        try {
            String url = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
            trace(cast.north, SpanWriter.otlp(url), 1);

            asking().send();

            await().untilAsserted(() ->
                    assertThat(String.join("", bodies))
                            .contains("ocn.correlation_id", "traced", "ocn-node", "verify_answer"));
        } finally {
            collector.stop(0);
        }
    }
}
