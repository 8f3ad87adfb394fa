package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.mock.script.Script;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A story that is played.
 *
 * @param title what it is about
 * @param system the party whose place a live system may take
 * @param time how time runs
 * @param parties who takes part, by the names that the steps use
 * @param variables what names stand for from the beginning
 * @param steps in their order
 */
record Scenario(
        String title,
        Optional<String> system,
        Time time,
        SequencedMap<String, Script> parties,
        Map<String, Json> variables,
        List<Step> steps) {
    Scenario {
        parties = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parties));
        variables = Map.copyOf(variables);
        steps = List.copyOf(steps);
    }

    /**
     * How time runs at the stations of the mocks.
     *
     * @param begins what their clocks show at the beginning; empty: the real time
     * @param speed how many of their seconds pass in a real one; 0: only by the steps
     */
    record Time(Optional<Instant> begins, BigDecimal speed) {}
}
