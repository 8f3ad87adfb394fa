package network.opencharging.cpo.ocpp.held;

import network.opencharging.cpo.ocpp.message.Holding;
import network.opencharging.cpo.ocpp.message.HoldingWords;
import network.opencharging.cpo.ocpp.message.Wanted;
import network.opencharging.cpo.ocpp.station.CallOutcome;
import network.opencharging.cpo.ocpp.station.StationLine;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Local lists (1.6 §5.10, §5.15; 2.0.1 D01, D02): a station that has another version, or that could
 * not apply a change, is sent the whole list.
 */
final class LocalLists {
    private static final Logger LOG = LoggerFactory.getLogger(LocalLists.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HeldBook book;
    private final Clock clock;

    LocalLists(HeldBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    static Held nothing(Held.Key key, Instant now) {
        return new Held(
                key,
                Optional.empty(),
                Optional.empty(),
                new Held.Standing(Held.State.SENT, ""),
                Held.End.NEVER,
                now);
    }

    void sent(String station, Holding.LocalList change) {
        Held.Key key = Held.Key.list(station);
        Held before = book.find(key).orElseGet(() -> nothing(key, clock.instant()));
        String text = HeldText.after(before.due(), change);
        book.put(
                before.sent(
                        new Held.Content(change.version(), text), Held.End.NEVER, clock.instant()));
    }

    void heard(StationLine line, HoldingWords words, Holding.LocalList change, Verdict verdict) {
        Optional<Held> kept =
                book.find(Held.Key.list(line.station()))
                        .filter(held -> isOpen(held, change.version()));
        if (kept.isEmpty()) {
            // A later one was sent meanwhile: its answer counts.
            return;
        }
        Held held = kept.get();
        switch (verdict.kind()) {
            case ACCEPTED -> book.put(held.acknowledged(verdict.said(), clock.instant()));
            case UNKNOWN -> stands(held, Held.State.UNKNOWN, verdict);
            case UNSENT -> stands(held, Held.State.REFUSED, verdict);
            case REFUSED -> {
                stands(held, Held.State.REFUSED, verdict);
                if (!change.full() && isMissed(verdict.said())) {
                    LOG.info("{} could not apply a change: it is sent all", line.station());
                    send(line, words, held.wanted().orElseThrow());
                }
            }
        }
    }

    private static boolean isOpen(Held held, int version) {
        return held.wanted().filter(wanted -> wanted.version() == version).isPresent();
    }

    private static boolean isMissed(String word) {
        return word.equals("VersionMismatch") || word.equals("Failed");
    }

    private void stands(Held held, Held.State state, Verdict verdict) {
        book.put(held.standing(state, verdict.said(), clock.instant()));
    }

    /** The station tells its version. */
    void version(StationLine line, HoldingWords words, CallOutcome outcome) {
        if (!(outcome instanceof CallOutcome.Answered answered)) {
            return;
        }
        int version = words.listVersion(answered.payload());
        Optional<Held> kept = book.find(Held.Key.list(line.station()));
        if (version < 0 || kept.isEmpty()) {
            return;
        }
        Held held = kept.get();
        String said = "it has version " + version;
        if (isOpen(held, version)) {
            book.put(held.acknowledged(said, clock.instant()));
        } else if (held.wanted().isPresent() || isOther(held, version)) {
            LOG.info("{} has version {} of its list: it is sent all", line.station(), version);
            send(line, words, held.wanted().or(held::there).orElseThrow());
        }
    }

    private static boolean isOther(Held held, int version) {
        return held.there().filter(there -> there.version() != version).isPresent();
    }

    private static void send(StationLine line, HoldingWords words, Held.Content list) {
        Wanted all = words.wholeList(list.version(), HeldText.entries(list));
        var _ = line.call(all.action(), all.payload(), PATIENCE);
    }

    static void ask(StationLine line, HoldingWords words) {
        Wanted question = words.askListVersion();
        var _ = line.call(question.action(), question.payload(), PATIENCE);
    }
}
