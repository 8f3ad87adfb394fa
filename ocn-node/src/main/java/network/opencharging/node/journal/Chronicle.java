package network.opencharging.node.journal;

import network.opencharging.node.message.Outcome;
import network.opencharging.node.message.RelayEvent;
import network.opencharging.node.message.TurnedAway;
import network.opencharging.protocol.message.Body;

/** Takes down every message, for the log and for who watches now. Never waits. */
public final class Chronicle {
    private final Scribe scribe;
    private final MessageLog log;
    private final BodyLog bodies;
    private final LiveFeed live;

    /** Takes down for these. */
    public Chronicle(Scribe scribe, MessageLog log, BodyLog bodies, LiveFeed live) {
        this.scribe = scribe;
        this.log = log;
        this.bodies = bodies;
        this.live = live;
    }

    /** A message ended its way. */
    public void takeDown(RelayEvent event) {
        MessageRecord record = scribe.record(event);
        log.keep(record);
        bodies.keep(
                record.id(),
                record.at(),
                event.received().message().body(),
                answer(event.outcome()));
        live.tell(record);
    }

    /** A request was turned away at the door. */
    public void takeDown(TurnedAway request) {
        MessageRecord record = scribe.record(request);
        log.keep(record);
        live.tell(record);
    }

    private static Body answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var reply, var _) -> reply.body();
            case Outcome.Declined _ -> Body.EMPTY;
        };
    }
}
