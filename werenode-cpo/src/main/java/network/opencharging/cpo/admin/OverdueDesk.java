package network.opencharging.cpo.admin;

import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.SessionStore;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sessions that should have gone on and did not. */
@RestController
public class OverdueDesk {
    private static final int MOST = 1_000;

    /** A phase that lasts longer than it should, and what to do then. */
    private record Rule(String phase, Duration longest, String advice) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "STOPPING",
                            Duration.ofMinutes(15),
                            "The device was told to end and says nothing: is it connected? It ends"
                                    + " when the device tells; or have it started anew."),
                    new Rule(
                            "ENDED",
                            Duration.ofMinutes(15),
                            "Its CDR is not written: see under Stuck what stands in the way."),
                    new Rule(
                            "ORDERED",
                            Duration.ofMinutes(30),
                            "Energy was ordered and nothing came of it: is the device connected?"),
                    new Rule(
                            "DELIVERING",
                            Duration.ofHours(2),
                            "It goes on and nothing was heard for two hours: is the device"
                                    + " connected? It catches up once the device is back."),
                    new Rule(
                            "SUSPENDED",
                            Duration.ofHours(24),
                            "The vehicle takes nothing since yesterday: it blocks the place."));

    private final SessionStore store;
    private final Clock clock;

    public OverdueDesk(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Those that wait longest, by phase. */
    @GetMapping("/admin/overdue")
    List<OverdueView> overdue(Sight sight) {
        Instant now = clock.instant();
        return RULES.stream()
                .flatMap(rule -> sessions(rule, now, sight).map(found -> view(rule, found)))
                .toList();
    }

    private Stream<ChargeSession> sessions(Rule rule, Instant now, Sight sight) {
        return store
                .list(
                        new SessionStore.Wish(
                                Optional.empty(),
                                Optional.of(rule.phase()),
                                Optional.empty(),
                                Optional.of(now.minus(rule.longest())),
                                false,
                                sight.locations(),
                                0,
                                MOST))
                .stream();
    }

    private static OverdueView view(Rule rule, ChargeSession session) {
        return new OverdueView(
                SessionView.of(session), session.times().updated().toString(), rule.advice());
    }

    /**
     * Such a session.
     *
     * @param since when it last changed
     */
    record OverdueView(SessionView session, String since, String advice) {}
}
