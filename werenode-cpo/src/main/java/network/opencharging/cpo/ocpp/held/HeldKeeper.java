package network.opencharging.cpo.ocpp.held;

import network.opencharging.cpo.ocpp.message.Holding;
import network.opencharging.cpo.ocpp.message.HoldingWords;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.StationLine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps what stations should hold: written down before it is sent, so that no crash forgets it, and
 * again with what the station made of it.
 */
public final class HeldKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(HeldKeeper.class);

    private final HeldBook book;
    private final LocalLists lists;
    private final Profiles profiles;
    private final Clock clock;

    public HeldKeeper(HeldBook book, Clock clock) {
        this.book = book;
        this.lists = new LocalLists(book, clock);
        this.profiles = new Profiles(book, clock);
        this.clock = clock;
    }

    /** A call is about to be made. */
    synchronized void asks(String station, Holding about) {
        switch (about) {
            case Holding.LocalList list -> lists.sent(station, list);
            case Holding.Reservation reservation ->
                    sent(
                            Held.Key.reservation(station, reservation.id()),
                            reservation.content().toString(),
                            end(reservation));
            case Holding.Profile profile ->
                    sent(
                            Held.Key.profile(station, profile.id()),
                            profile.content().toString(),
                            Profiles.end(profile));
            // What is there is there until the station says otherwise.
            case Holding.NoReservation _, Holding.NoProfiles _, Holding.ListVersion _ -> {}
        }
    }

    private static Held.End end(Holding.Reservation reservation) {
        return new Held.End(reservation.until(), Optional.empty());
    }

    private void sent(Held.Key key, String text, Held.End end) {
        Held before = book.find(key).orElseGet(() -> nothing(key));
        book.put(before.sent(new Held.Content(0, text), end, clock.instant()));
    }

    private Held nothing(Held.Key key) {
        return LocalLists.nothing(key, clock.instant());
    }

    /**
     * Something came of the call.
     *
     * @param line by which a list is sent once more, where the station has another
     */
    void heard(StationLine line, HoldingWords words, Holding about, CallOutcome outcome) {
        try {
            note(line, words, about, outcome);
        } catch (RuntimeException e) {
            // Who called is answered all the same; it is shown as sent, which is all one knows.
            LOG.error("what {} made of {} is not kept", line.station(), about, e);
        }
    }

    private synchronized void note(
            StationLine line, HoldingWords words, Holding about, CallOutcome outcome) {
        String station = line.station();
        Verdict verdict = Verdict.of(outcome);
        switch (about) {
            case Holding.LocalList list -> lists.heard(line, words, list, verdict);
            case Holding.ListVersion _ -> lists.version(line, words, outcome);
            case Holding.Reservation reservation ->
                    judged(
                            Held.Key.reservation(station, reservation.id()),
                            verdict,
                            content -> end(words.about("ReserveNow", content)));
            case Holding.Profile profile -> {
                judged(
                        Held.Key.profile(station, profile.id()),
                        verdict,
                        content -> end(words.about("SetChargingProfile", content)));
                if (verdict.is(Verdict.Kind.ACCEPTED)) {
                    profiles.displace(station, words, profile);
                }
            }
            case Holding.NoReservation reservation ->
                    profiles.gone(Held.Key.reservation(station, reservation.id()), verdict);
            case Holding.NoProfiles wish -> profiles.gone(station, words, wish, verdict);
        }
    }

    private static Held.End end(Optional<Holding> holding) {
        return switch (holding.orElse(null)) {
            case Holding.Reservation reservation -> end(reservation);
            case Holding.Profile profile -> Profiles.end(profile);
            case null, default -> Held.End.NEVER;
        };
    }

    /**
     * @param end when something of that content is over
     */
    private void judged(Held.Key key, Verdict verdict, Function<ObjectNode, Held.End> end) {
        Optional<Held> kept = book.find(key);
        if (kept.isEmpty()) {
            return;
        }
        Held held = kept.get();
        switch (verdict.kind()) {
            case ACCEPTED -> book.put(held.acknowledged(verdict.said(), clock.instant()));
            case UNKNOWN ->
                    book.put(held.standing(Held.State.UNKNOWN, verdict.said(), clock.instant()));
            case REFUSED, UNSENT -> {
                if (held.there().isPresent()) {
                    Held.End before = end.apply(HeldText.read(held.there().get()));
                    book.put(held.asBefore(before, verdict.said(), clock.instant()));
                } else {
                    book.remove(key);
                }
            }
        }
    }

    /** A station tells that a reservation is used, or over. */
    synchronized void used(String station, int reservation) {
        book.remove(Held.Key.reservation(station, reservation));
    }

    /** A station may have lost its list: it is asked, if it should have one. */
    void checkList(StationLine line, HoldingWords words) {
        if (book.find(Held.Key.list(line.station())).isPresent()) {
            LocalLists.ask(line, words);
        }
    }
}
