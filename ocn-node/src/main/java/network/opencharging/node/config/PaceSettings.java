package network.opencharging.node.config;

import network.opencharging.node.pace.Pace;
import network.opencharging.node.pace.Rate;
import network.opencharging.protocol.route.ModuleId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/**
 * How fast a party may send.
 *
 * @param perSecond messages of one party in a second, on average; 0 means without limit
 * @param burst how many of them may come at once after a pause
 * @param modules the same for single modules, by their names
 */
@ConfigurationProperties("ocn.node.pace")
public record PaceSettings(
        @DefaultValue("0") int perSecond,
        @DefaultValue("100") int burst,
        @DefaultValue Map<String, OfModule> modules) {

    /**
     * The pace of one party in one module.
     *
     * @param perSecond messages in a second, on average; 0 means without limit
     * @param burst how many of them may come at once after a pause
     */
    public record OfModule(@DefaultValue("0") int perSecond, @DefaultValue("10") int burst) {
        Rate rate() {
            return new Rate(perSecond, burst);
        }
    }

    Pace pace(IntSupplier processes) {
        return new Pace(
                new Rate(perSecond, burst),
                modules.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> new ModuleId(entry.getKey()),
                                        entry -> entry.getValue().rate())),
                System::nanoTime,
                processes);
    }
}
