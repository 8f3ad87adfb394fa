package network.opencharging.cpo.ocpp.held;

import network.opencharging.cpo.ocpp.message.Holding;
import network.opencharging.cpo.ocpp.message.HoldingWords;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What ends of what stations hold: replaced, cancelled, cleared. */
final class Profiles {
    private final HeldBook book;
    private final Clock clock;

    Profiles(HeldBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    static Held.End end(Holding.Profile profile) {
        return new Held.End(profile.until(), profile.transaction());
    }

    /** The later one of two at the same place counts (1.6 §5.16). */
    void displace(String station, HoldingWords words, Holding.Profile fresh) {
        all(station).stream()
                .filter(held -> !held.key().name().equals(Integer.toString(fresh.id())))
                .filter(held ->
                        profile(words, held)
                                .filter(other -> other.place().isTakenFrom(fresh.place()))
                                .isPresent())
                .forEach(held -> book.remove(held.key()));
    }

    private List<Held> all(String station) {
        return book.of(station).stream()
                .filter(held -> held.key().kind() == Held.Kind.CHARGING_PROFILE)
                .toList();
    }

    private static Optional<Holding.Profile> profile(HoldingWords words, Held held) {
        return held.there()
                .or(held::wanted)
                .flatMap(content -> words.about("SetChargingProfile", HeldText.read(content)))
                .filter(Holding.Profile.class::isInstance)
                .map(Holding.Profile.class::cast);
    }

    void gone(String station, HoldingWords words, Holding.NoProfiles wish, Verdict verdict) {
        all(station).stream()
                .filter(held ->
                        profile(words, held)
                                .filter(one -> wish.means(one.id(), one.place()))
                                .isPresent())
                .forEach(held -> gone(held.key(), verdict));
    }

    /** A station that refuses has no such thing. */
    void gone(Held.Key key, Verdict verdict) {
        switch (verdict.kind()) {
            case ACCEPTED, REFUSED -> book.remove(key);
            case UNKNOWN ->
                    book.find(key)
                            .ifPresent(held ->
                                    book.put(
                                            held.standing(
                                                    Held.State.UNKNOWN,
                                                    verdict.said(),
                                                    clock.instant())));
            case UNSENT -> {}
        }
    }
}
