package network.opencharging.tools.mock.script;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.answer.Canned;
import network.opencharging.tools.ocpi.Identity;

import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mock is and does.
 *
 * @param identity who it is
 * @param stock what it has
 * @param time how its time runs
 * @param faults what it does wrong from the beginning
 * @param answers what it answers in place of its own answers
 * @param events what happens when
 */
public record Script(
        Identity identity,
        Stock stock,
        Time time,
        List<Deed.Wanted> faults,
        List<Canned> answers,
        List<Event> events) {

    /** Copies. */
    public Script {
        faults = List.copyOf(faults);
        answers = List.copyOf(answers);
        events = List.copyOf(events);
    }

    /**
     * What it has.
     *
     * @param locations how many seeded Locations
     * @param seed the same seed gives the same Locations
     * @param page how many objects a list gives at most
     * @param objects of its own, by module
     */
    public record Stock(int locations, long seed, int page, Map<String, List<ObjectNode>> objects) {
        /** Copies. */
        public Stock {
            objects = Map.copyOf(objects);
        }
    }

    /**
     * How its time runs.
     *
     * @param speed how many of its seconds pass in one real one
     * @param meter how often a running session is told of, by its time; empty: only by events
     */
    public record Time(BigDecimal speed, Optional<Duration> meter) {}

    /**
     * Something that happens.
     *
     * @param at how long after the beginning, by the mock's time
     * @param every how often again; empty: once
     * @param times how often at most
     * @param deed what
     */
    public record Event(Duration at, Optional<Duration> every, int times, Deed deed) {}

    /** An honest mock of that role without a script. */
    public static Script plain(Role role) {
        Identity identity =
                switch (role) {
                    case CPO -> new Identity(new PartyId("DE", "ALC"), role, "Alice Charging");
                    case HUB -> new Identity(new PartyId("CH", "HUB"), role, "Mock Hub");
                    default -> new Identity(new PartyId("NL", "BOB"), role, "Bob Mobility");
                };
        return new Script(
                identity,
                new Stock(5, 1, 50, Map.of()),
                new Time(BigDecimal.ONE, Optional.empty()),
                List.of(),
                List.of(),
                List.of());
    }
}
