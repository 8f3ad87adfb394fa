package network.opencharging.node.operate;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Received;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Step;
import network.opencharging.node.message.Trace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells an OpenTelemetry collector of every message: one span each, with one below it per step. The
 * spans are made when the message has ended its way, and sent in batches by a thread of their own;
 * what does not fit there is dropped.
 */
public final class SpanWriter implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final GivenIds ids;
    private final LongSupplier random;
    private final double ratio;
    private final Clock clock;
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * Which messages are told of, and as whom.
     *
     * @param url this node's, by which its spans are told from those of others
     * @param ratio how many of the traces that begin here are looked at, from 0 to 1
     */
    public record Wishes(String url, double ratio) {}

    /**
     * Writes to this exporter.
     *
     * @param random for ids and for choosing
     */
    public SpanWriter(SpanExporter exporter, Wishes wishes, LongSupplier random, Clock clock) {
        this.ids = new GivenIds(random);
        this.random = random;
        this.ratio = wishes.ratio();
        this.clock = clock;
        this.provider =
                SdkTracerProvider.builder()
                        .setIdGenerator(ids)
                        .setResource(
                                Resource.create(
                                        Attributes.of(
                                                AttributeKey.stringKey("service.name"),
                                                "ocn-node",
                                                AttributeKey.stringKey("service.instance.id"),
                                                wishes.url())))
                        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                        .build();
        this.tracer = provider.get("network.opencharging.node");
    }

    /** Sends to this address by OTLP over HTTP, as {@code https://collector:4318/v1/traces}. */
    public static SpanExporter otlp(String endpoint) {
        return OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
    }

    /** The message with its place in the trace that it came with, or in a new one. */
    public Received begins(Received received) {
        Trace came =
                received.trace()
                        .orElseGet(() ->
                                new Trace(ids.freshTraceId(), "", isChosen(), Optional.empty()));
        Trace here = came.into(ids.freshSpanId());
        return received.in(
                came.spanId().isEmpty()
                        ? new Trace(here.traceId(), here.spanId(), here.sampled(), Optional.empty())
                        : here);
    }

    private boolean isChosen() {
        return (random.getAsLong() >>> 11) * 0x1.0p-53 < ratio;
    }

    /** The message has ended its way. */
    public void ended(RelayEvent event) {
        event.received()
                .trace()
                .filter(Trace::sampled)
                .ifPresent(trace -> write(event, trace, clock.instant().minus(event.took())));
    }

    private void write(RelayEvent event, Trace trace, Instant began) {
        Message message = event.received().message();
        ids.give(trace.traceId(), trace.spanId());
        SpanBuilder builder =
                tracer.spanBuilder("message")
                        .setSpanKind(SpanKind.SERVER)
                        .setStartTimestamp(began)
                        .setAttribute("ocn.correlation_id", message.ids().correlationId())
                        .setAttribute("ocn.request_id", message.ids().requestId())
                        .setAttribute("ocn.module", message.target().module().value())
                        .setAttribute("http.request.method", message.target().method().name());
        Span span = builder.setParent(parent(trace)).startSpan();
        event.sender().ifPresent(it -> span.setAttribute("ocn.sender", it.party().toString()));
        event.receiver().ifPresent(it -> span.setAttribute("ocn.receiver", it.toString()));
        switch (event.outcome()) {
            case Outcome.Answered(var reply, var _) ->
                    span.setAttribute("http.response.status_code", reply.status());
            case Outcome.Declined(var refusal) ->
                    span.setStatus(StatusCode.ERROR, refusal.getClass().getSimpleName());
        }
        steps(event, span, began);
        span.end(began.plus(event.took()));
    }

    private void steps(RelayEvent event, Span message, Instant began) {
        Context below = Context.root().with(message);
        Instant before = began;
        for (Step step : event.path()) {
            Span span =
                    tracer.spanBuilder(step.name().name().toLowerCase(Locale.ROOT))
                            .setParent(below)
                            .setStartTimestamp(before)
                            .setAttribute("ocn.found", step.found())
                            .startSpan();
            if (!step.passed()) {
                span.setStatus(StatusCode.ERROR);
            }
            before = began.plus(step.at());
            span.end(before);
        }
    }

    private static Context parent(Trace trace) {
        return trace.parent()
                .map(span ->
                        Context.root()
                                .with(
                                        Span.wrap(
                                                SpanContext.createFromRemoteParent(
                                                        trace.traceId(),
                                                        span,
                                                        TraceFlags.getSampled(),
                                                        TraceState.getDefault()))))
                .orElseGet(Context::root);
    }

    /** Sends what waits, for some seconds at most. */
    @Override
    public void close() {
        var _ =
                provider.shutdown()
                        .join(FAREWELL.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
    }
}
