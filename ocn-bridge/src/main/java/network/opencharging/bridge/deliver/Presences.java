package network.opencharging.bridge.deliver;

import network.opencharging.bridge.backoffice.ClientInfoListener;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.call.Pulled;
import network.opencharging.bridge.model.v221.ClientInfo;
import network.opencharging.protocol.route.ModuleId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks the hub who can be reached (OCPI 2.2.1 §15.3.2.1): at the start, after every handshake, and
 * now and then, because a push can be missed. Only what changed since the last time is asked for.
 */
public final class Presences {
    private static final Logger LOG = LoggerFactory.getLogger(Presences.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final CatchUp catchUp;
    private final Supplier<Optional<Connection>> hub;
    private final Function<Connection, HubCalls> calls;
    private final ClientInfoListener listener;
    private final Function<Instant, Context> asking;
    private final InstantSource clock;
    private Optional<Connection> asked = Optional.empty();
    private Instant next = Instant.MIN;

    /**
     * Asks over the present connection.
     *
     * @param hub how it is spoken to, another one after each handshake; empty while there is none
     * @param calls calls over that connection
     * @param listener is told of each party
     * @param asking the hub as who tells and an own party as who is told, at that moment
     */
    public Presences(
            CatchUp catchUp,
            Supplier<Optional<Connection>> hub,
            Function<Connection, HubCalls> calls,
            ClientInfoListener listener,
            Function<Instant, Context> asking,
            InstantSource clock) {
        this.catchUp = catchUp;
        this.hub = hub;
        this.calls = calls;
        this.listener = listener;
        this.asking = asking;
        this.clock = clock;
    }

    /** Asks when it is time to; says how many parties were told of. */
    public int round() {
        Optional<Connection> present = hub.get();
        Instant now = clock.instant();
        if (present.isEmpty() || (present.equals(asked) && now.isBefore(next))) {
            return 0;
        }
        asked = present;
        next = now.plus(AFTER_FAILURE);
        Context context = asking.apply(now);
        Answered<Pulled> answered =
                catchUp.pull(
                        calls.apply(present.get()),
                        new Exchange(context.to(), context.from(), context.correlationId()),
                        ModuleId.HUB_CLIENT_INFO,
                        ClientInfo.SHAPE,
                        info -> listener.changed(context, info));
        return switch (answered) {
            case Answered.Success<Pulled>(Pulled pulled, var _) -> {
                next = now.plus(EVERY);
                pulled.unreadable()
                        .forEach(one -> LOG.warn("the hub's list of parties has {}", one));
                yield pulled.handedOn();
            }
            case Answered.NotOffered<Pulled> none -> {
                next = now.plus(EVERY);
                LOG.info("the hub does not tell who can be reached: {}", none);
                yield 0;
            }
            default -> {
                LOG.warn("who can be reached was not told: {}", answered);
                yield 0;
            }
        };
    }
}
