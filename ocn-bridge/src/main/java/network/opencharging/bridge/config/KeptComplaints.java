package network.opencharging.bridge.config;

import network.opencharging.bridge.complaint.Complaint;
import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.receive.Complaints;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.List;

/** What goes wrong is logged, and kept until somebody has dealt with it. */
record KeptComplaints(ComplaintBook book, Clock clock) implements Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(KeptComplaints.class);

    @Override
    public void invalid(Subject subject, Json.Obj object, List<Finding> findings) {
        LOG.warn(
                "{} {} was not given to {}: {}",
                subject.module(),
                subject.object(),
                subject.context().from(),
                findings);
        // The object is ours: it goes from the party that was asked to the one that asks.
        note(
                Complaint.Kind.OWN_INVALID,
                about(subject.context().to(), subject.context().from(), subject),
                object.text(),
                findings.stream().map(Finding::toString).toList());
    }

    @Override
    public void failed(Subject subject, Exception failure) {
        LOG.error(
                "the backoffice failed for {} ({})",
                subject.context().from(),
                subject.context().correlationId(),
                failure);
        note(Complaint.Kind.BACKOFFICE_FAILED, asked(subject), "", List.of(failure.toString()));
    }

    @Override
    public void late(Subject subject) {
        LOG.warn(
                "the backoffice was late for {} ({})",
                subject.context().from(),
                subject.context().correlationId());
        note(
                Complaint.Kind.BACKOFFICE_LATE,
                asked(subject),
                "",
                List.of("no answer in the time it had"));
    }

    @Override
    public void refused(Subject subject, String body, String why) {
        note(Complaint.Kind.PARTNER_REFUSED, asked(subject), body, List.of(why));
    }

    private static Complaint.About asked(Subject subject) {
        return about(subject.context().from(), subject.context().to(), subject);
    }

    private static Complaint.About about(PartyId from, PartyId to, Subject subject) {
        return new Complaint.About(from, to, subject.module(), subject.object());
    }

    private void note(
            Complaint.Kind kind, Complaint.About about, String object, List<String> faults) {
        book.note(new Complaint(kind, about, object, faults), clock.instant());
    }
}
