package network.opencharging.cpo.ocpp.station;

import network.opencharging.cpo.ocpp.frame.FrameText;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What all connections share.
 *
 * @param workers run what a station wants; a thread each, they wait for the database
 * @param timers for what must not take for ever
 * @param ids names for messages, never the same twice
 */
public record Surroundings(
        FrameText text,
        MessageLog log,
        Clock clock,
        Executor workers,
        ScheduledExecutorService timers,
        Supplier<String> ids) {}
