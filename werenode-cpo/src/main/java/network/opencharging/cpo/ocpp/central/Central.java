package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.ocpp.message.Authorization;
import network.opencharging.cpo.ocpp.message.Boot;
import network.opencharging.cpo.ocpp.message.BootAnswer;
import network.opencharging.cpo.ocpp.message.CentralSystem;
import network.opencharging.cpo.ocpp.message.Metered;
import network.opencharging.cpo.ocpp.message.Status;
import network.opencharging.cpo.ocpp.message.TransactionAnswer;
import network.opencharging.cpo.ocpp.message.TransactionNews;

import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The central system: keeps what stations say, tells it on, and answers. */
public final class Central implements CentralSystem {
    private final Books books;
    private final Roll roll;
    private final Ledger ledger;
    private final News news;
    private final CentralSettings settings;
    private final Clock clock;

    public Central(
            Books books,
            Roll roll,
            Ledger ledger,
            News news,
            CentralSettings settings,
            Clock clock) {
        this.books = books;
        this.roll = roll;
        this.ledger = ledger;
        this.news = news;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean admits(String station, String action) {
        return action.equals("BootNotification") || roll.works(station);
    }

    @Override
    public BootAnswer booted(String station, Boot boot) {
        Instant now = clock.instant();
        BootAnswer.Admission admission =
                roll.find(station)
                        .map(found -> admission(found.admission()))
                        .orElse(BootAnswer.Admission.REJECTED);
        if (admission != BootAnswer.Admission.REJECTED) {
            roll.started(station, boot, now);
        }
        boolean accepted = admission == BootAnswer.Admission.ACCEPTED;
        return new BootAnswer(admission, now, accepted ? spread(station) : settings.retry());
    }

    private static BootAnswer.Admission admission(Station.Admission decided) {
        return switch (decided) {
            case ACCEPTED -> BootAnswer.Admission.ACCEPTED;
            case PARKED -> BootAnswer.Admission.PENDING;
            case REFUSED -> BootAnswer.Admission.REJECTED;
        };
    }

    /** Nine to eleven tenths, always the same for a station. */
    private Duration spread(String station) {
        long thousandths = 900L + Math.floorMod(station.hashCode(), 201);
        return Duration.ofSeconds(settings.heartbeat().toSeconds() * thousandths / 1000);
    }

    @Override
    public Instant beat(String station) {
        return clock.instant();
    }

    @Override
    public Authorization authorize(String station, String token) {
        return ledger.authorize(station, 0, token);
    }

    @Override
    public void status(Status status) {
        books.connectors().put(status);
        news.status(status);
    }

    @Override
    public void metered(Metered metered) {
        books.meters().add(metered);
        news.metered(metered);
    }

    @Override
    public TransactionAnswer transaction(TransactionNews told) {
        return switch (told.step()) {
            case STARTED -> ledger.started(told);
            case UPDATED -> ledger.updated(told);
            case ENDED -> ledger.ended(told);
        };
    }

    @Override
    public void told(String station, String action, ObjectNode payload) {
        books.notices()
                .add(new NoticeBook.Notice(station, action, payload.toString(), clock.instant()));
    }
}
