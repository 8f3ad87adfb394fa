package network.opencharging.node.relay;

import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Verified;
import network.opencharging.node.step.rewrite.GatheredPage;
import network.opencharging.node.step.rewrite.GatheredPages;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * GET All: parties are asked one after another until the page is full or time is up. A party that
 * refuses or hangs is left out and named; the next page begins where this one ended.
 */
public final class Gather {
    private static final Logger LOG = LoggerFactory.getLogger(Gather.class);

    private final Delivery delivery;
    private final GatheredPages pages;
    private final Duration patience;
    private final LongSupplier nanoseconds;

    /**
     * Gathers pages.
     *
     * @param patience after how long no further party is asked for one page
     * @param nanoseconds a clock that never goes back
     */
    public Gather(
            Delivery delivery, GatheredPages pages, Duration patience, LongSupplier nanoseconds) {
        this.delivery = delivery;
        this.pages = pages;
        this.patience = patience;
        this.nanoseconds = nanoseconds;
    }

    Reply collect(Verified verified, List<PartyId> parties, Trail trail) {
        GatheredPage page = pages.begin(verified, parties);
        long began = nanoseconds.getAsLong();
        while (page.wants() && nanoseconds.getAsLong() - began < patience.toNanos()) {
            try {
                page.add(delivery.deliver(pages.asking(verified, page), page.party(), trail));
            } catch (Refused refused) {
                trail.refused(refused.refusal());
                LOG.info("{} is left out of a list: {}", page.party(), refused.refusal());
                page.skip();
            }
        }
        return pages.reply(verified, page);
    }
}
