package network.opencharging.cpo.ocpp.message;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The meter values of a payload, which both versions nest alike. */
public final class Samples {
    private Samples() {}

    /**
     * All of them, in the order of the payload.
     *
     * @param meterValue the list of moments with their values
     * @param now for moments that cannot be read
     * @param sample what a version makes of one value
     */
    public static List<Sample> all(
            JsonNode meterValue, Instant now, BiFunction<JsonNode, Instant, List<Sample>> sample) {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode moment : meterValue) {
            Instant at = Fields.moment(moment, "timestamp", now);
            for (JsonNode value : moment.path("sampledValue")) {
                samples.addAll(sample.apply(value, at));
            }
        }
        return List.copyOf(samples);
    }
}
