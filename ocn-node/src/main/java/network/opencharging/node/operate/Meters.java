package network.opencharging.node.operate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Noise;
import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.Step;
import network.opencharging.node.message.TurnedAway;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what passes. Every label has few values, all of them this program's own words: never what
 * a party says.
 */
public final class Meters {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60)
    };

    private final MeterRegistry registry;
    private final Set<ModuleId> modules;
    private final Map<Kind, Timer> messages = new ConcurrentHashMap<>();
    private final Map<Class<? extends Refusal>, Counter> refusals = new ConcurrentHashMap<>();
    private final Map<Noise, Counter> noise = new ConcurrentHashMap<>();
    private final Map<Judged, Counter> signatures = new ConcurrentHashMap<>();

    /** What messages are told apart by. */
    private record Kind(String module, String from, String to, String outcome) {}

    /** A signature and what was thought of it. */
    private record Judged(String of, String verdict) {}

    /**
     * Counts into this registry.
     *
     * @param modules those that have a name of their own here; all others are called custom
     */
    public Meters(MeterRegistry registry, Set<ModuleId> modules) {
        this.registry = registry;
        this.modules = Set.copyOf(modules);
    }

    /** A message ended its way. */
    public void count(RelayEvent event) {
        messages.computeIfAbsent(kind(event), this::timer).record(event.took());
        if (event.outcome() instanceof Outcome.Declined(Refusal refusal)) {
            refusals.computeIfAbsent(refusal.getClass(), this::refusal).increment();
            bad(refusal);
        }
        for (Step step : event.path()) {
            if (step.passed() && step.name() == Step.Name.VERIFY) {
                judged("request", step);
            } else if (step.passed() && step.name() == Step.Name.VERIFY_ANSWER) {
                judged("answer", step);
            }
        }
    }

    /** A request was turned away at the door. */
    public void count(TurnedAway request) {
        refusals.computeIfAbsent(request.refusal().getClass(), this::refusal).increment();
    }

    /** Something came that is no request. */
    public void count(Noise kind) {
        noise.computeIfAbsent(kind, this::noise).increment();
    }

    private Counter noise(Noise kind) {
        return Counter.builder("ocn.noise")
                .description("what came to the port and is no request")
                .tags(Tags.of("kind", kind.name().toLowerCase(Locale.ROOT)))
                .register(registry);
    }

    private void bad(Refusal refusal) {
        switch (refusal) {
            case Refusal.SignatureMissing _ -> judged("request", "missing");
            case Refusal.AsSigned _ -> judged("request", "bad");
            case Refusal.AnswerSignatureWrong _ -> judged("answer", "bad");
            default -> {
                // Nothing was thought of a signature.
            }
        }
    }

    private void judged(String of, Step step) {
        judged(of, step.found().startsWith("signed") ? "good" : "none");
    }

    private void judged(String of, String verdict) {
        signatures.computeIfAbsent(new Judged(of, verdict), this::signature).increment();
    }

    private Kind kind(RelayEvent event) {
        ModuleId module = event.received().message().target().module();
        return new Kind(
                modules.contains(module) ? module.value() : "custom",
                event.received().arrival() instanceof Arrival.FromNode ? "node" : "platform",
                to(event),
                outcome(event.outcome()));
    }

    /** Refused before that was known, or meant for many: none. */
    private static String to(RelayEvent event) {
        return event.path().stream()
                .filter(step -> step.passed() && step.name() == Step.Name.RESOLVE)
                .reduce((_, last) -> last)
                .map(step -> step.found().startsWith("node ") ? "node" : "platform")
                .orElse("none");
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var reply, var _) -> reply.status() / 100 + "xx";
            case Outcome.Declined _ -> "refused";
        };
    }

    private Timer timer(Kind kind) {
        return Timer.builder("ocn.messages")
                .description("messages that ended their way, and how long they took")
                .tags(
                        "module", kind.module(),
                        "from", kind.from(),
                        "to", kind.to(),
                        "outcome", kind.outcome())
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    private Counter refusal(Class<? extends Refusal> refusal) {
        return Counter.builder("ocn.refusals")
                .description("messages that this node refused, by the reason")
                .tags(Tags.of("refusal", refusal.getSimpleName()))
                .register(registry);
    }

    private Counter signature(Judged judged) {
        return Counter.builder("ocn.signatures")
                .description("parties' signatures, by what was thought of them")
                .tags(Tags.of("of", judged.of(), "verdict", judged.verdict()))
                .register(registry);
    }
}
