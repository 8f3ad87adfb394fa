package network.opencharging.bridge.config;

import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.webhook.Event;
import network.opencharging.bridge.webhook.WebhookPost;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An event that the backoffice does not take holds up all that come after it: that is shown. */
record UntakenEvents(ComplaintBook book, Clock clock) implements WebhookPost.Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(UntakenEvents.class);

    @Override
    public void note(Event.Numbered event, String why) {
        LOG.warn(
                "the backoffice does not take event {} ({}): {}",
                event.seq(),
                event.event().kind(),
                why);
        Optional<PartyId> from = party(event, "from");
        Optional<PartyId> to = party(event, "to");
        if (from.isPresent() && to.isPresent()) {
            book.note(
                    new Complaint(
                            Complaint.Kind.BACKOFFICE_FAILED,
                            new Complaint.About(
                                    from.get(),
                                    to.get(),
                                    event.event().kind(),
                                    "event " + event.seq()),
                            event.json().text(),
                            List.of("The webhook does not take it: " + why)),
                    clock.instant());
        }
    }

    private static Optional<PartyId> party(Event.Numbered event, String name) {
        return event.event().body().textOf(name).flatMap(PartyId::parse);
    }
}
