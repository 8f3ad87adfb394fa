package network.opencharging.node.operate;

import io.opentelemetry.sdk.trace.IdGenerator;

import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/**
 * Ids of spans: those that were given, because the message has carried them to the next node long
 * before its span is made; else fresh ones.
 */
final class GivenIds implements IdGenerator {
    private final LongSupplier random;
    private final ThreadLocal<@Nullable String> traceId = new ThreadLocal<>();
    private final ThreadLocal<@Nullable String> spanId = new ThreadLocal<>();

    GivenIds(LongSupplier random) {
        this.random = random;
    }

    /** The next span that this thread begins has these. */
    void give(String trace, String span) {
        traceId.set(trace);
        spanId.set(span);
    }

    String freshTraceId() {
        return freshSpanId() + freshSpanId();
    }

    /** Never all zeros, which means none. */
    String freshSpanId() {
        long id = random.getAsLong();
        return "%016x".formatted(id == 0 ? 1 : id);
    }

    /** Asked only where a span has no parent to take it from. */
    @Override
    public String generateTraceId() {
        String given = traceId.get();
        traceId.remove();
        return given == null ? freshTraceId() : given;
    }

    @Override
    public String generateSpanId() {
        String given = spanId.get();
        spanId.remove();
        return given == null ? freshSpanId() : given;
    }
}
