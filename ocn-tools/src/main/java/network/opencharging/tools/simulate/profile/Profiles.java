package network.opencharging.tools.simulate.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The profiles that a station has been given. */
public final class Profiles {
    private static final int MOST = 100;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private final List<Profile> all = new ArrayList<>();

    /** All of them. */
    public List<Profile> all() {
        return List.copyOf(all);
    }

    /** Takes one, in place of one with its id, or of its purpose and stack level; false: full. */
    public boolean add(Profile profile) {
        all.removeIf(other ->
                other.id() == profile.id()
                        || (other.evse() == profile.evse()
                                && other.purpose() == profile.purpose()
                                && other.stack() == profile.stack()));
        return all.size() < MOST && all.add(profile);
    }

    /** Forgets some; false when there were none. */
    public boolean clear(Predicate<Profile> which) {
        return all.removeIf(which);
    }

    /**
     * For whom it is asked.
     *
     * @param evse where
     * @param transaction what goes on there
     * @param begun since when
     */
    public record Place(int evse, Optional<String> transaction, Instant begun) {}

    /** What may flow there at a moment, in W; empty: as much as there is. */
    public Optional<Long> limit(Place place, Instant moment) {
        Optional<Long> own =
                place.transaction()
                        .flatMap(name ->
                                highest(
                                        place,
                                        moment,
                                        profile ->
                                                profile.purpose() == Profile.Purpose.TX
                                                        && profile.transaction()
                                                                .map(name::equals)
                                                                .orElse(true)));
        Optional<Long> usual =
                own.or(() ->
                        highest(
                                place,
                                moment,
                                profile -> profile.purpose() == Profile.Purpose.TX_DEFAULT));
        Optional<Long> whole =
                highest(
                        place,
                        moment,
                        profile ->
                                profile.purpose() == Profile.Purpose.STATION_MAX
                                        || profile.purpose() == Profile.Purpose.EXTERNAL);
        return usual.isPresent() && whole.isPresent()
                ? Optional.of(Math.min(usual.get(), whole.get()))
                : usual.or(() -> whole);
    }

    private Optional<Long> highest(Place place, Instant moment, Predicate<Profile> which) {
        return all.stream()
                .filter(which)
                .filter(profile -> profile.evse() == 0 || profile.evse() == place.evse())
                .sorted(
                        Comparator.comparingInt(Profile::stack)
                                .thenComparingInt(Profile::evse)
                                .reversed())
                .flatMap(profile -> profile.limit(moment, place.begun()).stream())
                .findFirst();
    }

    /**
     * What may flow there from now on: a period for each change, looked at second by second for a
     * day, minute by minute for up to 30.
     *
     * @param most what flows where nothing limits it, in W
     */
    public List<Profile.Period> composite(Place place, Instant from, Duration lasts, long most) {
        List<Profile.Period> periods = new ArrayList<>();
        Duration step = lasts.compareTo(DAY) > 0 ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
        Duration end = lasts.compareTo(LONGEST) > 0 ? LONGEST : lasts;
        for (Duration at = Duration.ZERO; at.compareTo(end) < 0; at = at.plus(step)) {
            long watts = limit(place, from.plus(at)).map(one -> Math.min(one, most)).orElse(most);
            if (periods.isEmpty() || periods.getLast().watts() != watts) {
                periods.add(new Profile.Period(at, watts));
            }
        }
        return periods;
    }
}
