package network.opencharging.bridge.operate;

import network.opencharging.bridge.deliver.Depth;
import network.opencharging.protocol.json.Json;
import network.opencharging.registry.directory.Freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a bridge is at a moment.
 *
 * @param now the moment
 * @param registered whether the handshake is done
 * @param hub where its hub lists its versions, or why nobody knows
 * @param parties who it speaks for, in words
 * @param outbox how full the outbox is
 * @param books complaints that stand, entries of the journal that were dropped
 * @param registry how fresh the registry is
 */
public record Overview(
        Instant now,
        boolean registered,
        String hub,
        List<String> parties,
        Depth outbox,
        Books books,
        Freshness registry) {

    /**
     * What stands in the books.
     *
     * @param complaints how many complaints stand
     * @param dropped how many entries the journal has lost
     */
    public record Books(long complaints, long dropped) {}

    Json.Obj json() {
        return Json.Obj.EMPTY
                .with("now", now.toString())
                .with("registered", Json.bool(registered))
                .with("hub", hub)
                .with("parties", Json.array(parties.stream().map(Json::text).toList()))
                .with("waiting", Json.number(outbox.waiting()))
                .with("parked", Json.number(outbox.parked()))
                .withOptional(
                        "oldest_seconds",
                        outbox.oldest()
                                .map(since -> Duration.between(since, now).toSeconds())
                                .map(Json::number))
                .with("complaints", Json.number(books.complaints()))
                .with("journal_dropped", Json.number(books.dropped()))
                .with(
                        "registry",
                        Json.Obj.EMPTY
                                .with("source", registry.source())
                                .with("position", Json.number(registry.position()))
                                .with("trouble", registry.trouble().orElse("")));
    }
}
