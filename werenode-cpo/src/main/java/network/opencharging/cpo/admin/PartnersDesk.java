package network.opencharging.cpo.admin;

import network.opencharging.cpo.outbox.PartnerBook;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** How it goes with partners, and what to do where it does not. */
@RestController
public class PartnersDesk {
    /** What did not go out for so long is more than a partner that is started anew. */
    private static final Duration PASSING = Duration.ofMinutes(10);

    private static final String ELSEWHERE =
            "This process has no way to partners: another one has it, or it is being opened.";

    private final PartnerBook book;
    private final Line line;
    private final Clock clock;

    public PartnersDesk(PartnerBook book, Line line, Clock clock) {
        this.book = book;
        this.line = line;
        this.clock = clock;
    }

    /**
     * The way to the node.
     *
     * @param wanted whether the settings name one
     * @param here whether this process has it, and no other
     * @param registered whether the backend is registered there
     * @param everybody the hub's own party; empty: nothing is told everybody
     */
    public record Line(
            boolean wanted, BooleanSupplier here, BooleanSupplier registered, String everybody) {}

    /** Each whom something was told, or for whom something waits. */
    @GetMapping("/admin/partners")
    HealthView health() {
        Map<String, PartnerBook.Contact> contacts = new TreeMap<>();
        book.contacts().forEach(contact -> contacts.put(contact.partner(), contact));
        Map<String, PartnerBook.Backlog> backlogs = new TreeMap<>();
        book.backlogs(line.everybody())
                .forEach(backlog -> {
                    backlogs.put(backlog.partner(), backlog);
                    contacts.computeIfAbsent(
                            backlog.partner(),
                            partner ->
                                    new PartnerBook.Contact(
                                            partner, Optional.empty(), Optional.empty(), ""));
                });
        boolean elsewhere = line.wanted() && !line.here().getAsBoolean();
        boolean registered = elsewhere || line.registered().getAsBoolean();
        return new HealthView(
                line.wanted(),
                registered,
                elsewhere ? ELSEWHERE : advice(registered),
                contacts.values().stream()
                        .map(contact ->
                                view(contact, Optional.ofNullable(backlogs.get(contact.partner()))))
                        .toList());
    }

    private String advice(boolean registered) {
        if (!line.wanted()) {
            return "No node is set, so nobody is told anything: see ocn.cpo.roaming in cpo.yml.";
        }
        return registered
                ? "The backend is registered at its node."
                : "The backend is not registered at its node: is the node there, and the invitation"
                        + " still good? What is to be told waits.";
    }

    private PartnerView view(PartnerBook.Contact contact, Optional<PartnerBook.Backlog> backlog) {
        boolean failed =
                contact.failure()
                        .filter(at -> contact.success().filter(at::isBefore).isEmpty())
                        .isPresent();
        long waiting = backlog.map(PartnerBook.Backlog::waiting).orElse(0L);
        long givenUp = backlog.map(PartnerBook.Backlog::givenUp).orElse(0L);
        State state = state(failed, waiting, givenUp);
        return new PartnerView(
                contact.partner(),
                contact.partner().equals(line.everybody()),
                state,
                contact.success().map(Instant::toString),
                contact.failure().map(Instant::toString),
                contact.trouble(),
                waiting,
                givenUp,
                backlog.map(kept -> kept.oldest().toString()),
                advice(state, backlog));
    }

    private static State state(boolean failed, long waiting, long givenUp) {
        if (givenUp > 0) {
            return State.GIVEN_UP;
        }
        if (failed) {
            return State.TROUBLE;
        }
        return waiting > 0 ? State.WAITING : State.GOOD;
    }

    private String advice(State state, Optional<PartnerBook.Backlog> backlog) {
        return switch (state) {
            case GOOD -> "Nothing to do.";
            case WAITING -> "It is on its way.";
            case TROUBLE ->
                    backlog.filter(kept -> kept.oldest().plus(PASSING).isBefore(clock.instant()))
                            .map(_ ->
                                    "Ask the partner, or the operator of his node, whether he is"
                                        + " there. Nothing is lost: it is tried every five minutes"
                                        + " for three days, and goes out in order once he is back.")
                            .orElse("It is tried again by itself; nothing to do yet.");
            case GIVEN_UP ->
                    "Nobody tries it any more: see why under Stuck, mend it with the partner, and"
                            + " press Try again.";
        };
    }

    /** How it goes with one. */
    enum State {
        GOOD,
        WAITING,
        TROUBLE,
        GIVEN_UP
    }

    /**
     * How it goes.
     *
     * @param roaming whether the settings name a node
     */
    record HealthView(
            boolean roaming, boolean registered, String advice, List<PartnerView> partners) {}

    /**
     * How it goes with one.
     *
     * @param everybody it is the hub, through which all are told of locations and tariffs
     * @param oldestAt since when the oldest waits
     * @param advice what to do
     */
    record PartnerView(
            String partner,
            boolean everybody,
            State state,
            Optional<String> successAt,
            Optional<String> failureAt,
            String trouble,
            long waiting,
            long givenUp,
            Optional<String> oldestAt,
            String advice) {}
}
