package network.opencharging.tools.simulate.plug;

import java.time.Duration;
import java.util.Optional;

/**
 * How it is, whatever it says.
 *
 * @param online it is connected
 * @param wattHours its counter
 */
public record PlugLook(
        boolean online, boolean on, long watts, String wattHours, Optional<Duration> left) {}
