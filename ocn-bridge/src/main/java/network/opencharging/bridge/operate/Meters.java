package network.opencharging.bridge.operate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.deliver.OutboxWatch;
import network.opencharging.bridge.journal.Journal;
import network.opencharging.bridge.journal.Passage;
import network.opencharging.bridge.sign.Judgement;
import network.opencharging.protocol.party.PartyId;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Figures for who watches many bridges, as Prometheus reads them. */
public final class Meters implements Journal, AutoCloseable {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Set<PartyId> own;
    private final JvmGcMetrics collector = new JvmGcMetrics();

    /**
     * Figures of a bridge.
     *
     * @param own the own parties: partners are not told apart, there may be thousands
     */
    public Meters(Set<PartyId> own) {
        this.own = Set.copyOf(own);
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    /** Shows how full everything is; read when somebody asks. */
    public void show(OutboxWatch outbox, ComplaintBook complaints, Clock clock) {
        gauge("ocn.bridge.outbox.waiting", () -> outbox.depth().waiting());
        gauge("ocn.bridge.outbox.parked", () -> outbox.depth().parked());
        gauge(
                "ocn.bridge.outbox.oldest.seconds",
                () ->
                        outbox.depth()
                                .oldest()
                                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                                .orElse(0L));
        gauge("ocn.bridge.complaints", complaints::count);
        gauge("ocn.bridge.complaints.fallen", complaints::fallen);
    }

    /** Shows a number under that name. */
    public void gauge(String name, Supplier<Number> value) {
        Gauge.builder(name, value).register(registry);
    }

    @Override
    public void note(Passage passage) {
        Passage.Subject subject = passage.subject();
        boolean sent = passage.direction() == Passage.Direction.SENT;
        String party =
                (sent ? subject.from() : subject.to())
                        .filter(own::contains)
                        .map(PartyId::toString)
                        .orElse("none");
        registry.timer(
                        "ocn.bridge.messages",
                        Tags.of(
                                "direction",
                                passage.direction().name().toLowerCase(Locale.ROOT),
                                "party",
                                party,
                                "module",
                                subject.module().value(),
                                "outcome",
                                outcome(passage)))
                .record(passage.took());
    }

    private static String outcome(Passage passage) {
        if (passage.isGood()) {
            return "good";
        }
        return switch (passage.ending()) {
            case Passage.Ending.Unanswered _ -> "unanswered";
            case Passage.Ending.TurnedAway _ -> "stranger";
            case Passage.Ending.Answered(int _, Passage.Message answer) ->
                    isBad(passage.request()) || isBad(answer) ? "signature" : "refused";
        };
    }

    private static boolean isBad(Passage.Message message) {
        return message.judgement() instanceof Judgement.Bad;
    }

    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
