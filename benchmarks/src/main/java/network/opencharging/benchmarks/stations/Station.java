package network.opencharging.benchmarks.stations;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * One station. It has one call open, as the protocol wants it; what becomes due meanwhile waits,
 * and its time counts from when it was due. What is about a transaction is said again after a
 * broken connection. All of it on one thread.
 */
final class Station {
    private final int number;
    private final String name;
    private final String tag;
    private final Words words;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Witness witness;
    private final Deque<Due> due = new ArrayDeque<>(2);
    private final Map<Kind, long[]> counts = new EnumMap<>(Kind.class);
    private @Nullable Wire wire;
    private @Nullable Call open;
    private boolean booted;
    private boolean back;
    private int calls;
    private int transactions;
    private int seq;
    private long register;
    private long metersSaid;
    private long metersAcknowledged;
    private String transaction = "";
    private Instant moment = Instant.EPOCH;
    private Instant status = Instant.EPOCH;

    Station(int number, Words words, Times times, Witness witness) {
        this.number = number;
        this.name = name(number);
        this.tag = tag(number);
        this.words = words;
        this.clock = times.clock();
        this.nanos = times.nanos();
        this.witness = witness;
    }

    /**
     * What time it is.
     *
     * @param clock of stations
     * @param nanos by which times to answers are measured
     */
    record Times(Clock clock, LongSupplier nanos) {}

    private record Due(Kind kind, long at) {}

    private record Call(Kind kind, long due, String id, String body, Instant at) {}

    static String name(int number) {
        return "ST%05d".formatted(number);
    }

    static String tag(int number) {
        return "TAG%05d".formatted(number);
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    String subprotocol() {
        return words.subprotocol();
    }

    /** Whether it waits for nothing. */
    boolean isQuiet() {
        return open == null && due.isEmpty();
    }

    /** It has a way to the central system. */
    void connected(Wire way) {
        wire = way;
        Call owed = open;
        if (!booted) {
            due.addFirst(new Due(Kind.BOOT, nanos.getAsLong()));
        } else if (owed != null) {
            put(new Call(owed.kind(), nanos.getAsLong(), id(), owed.body(), owed.at()));
        }
        due.addLast(new Due(Kind.STATUS, nanos.getAsLong()));
        sendNext();
    }

    /** It has none any more. */
    void broke() {
        wire = null;
        if (back) {
            back = false;
            witness.wentAway();
        }
        due.forEach(one -> witness.lost(one.kind()));
        due.clear();
        Call cut = open;
        if (cut != null && !cut.kind().isRepeated()) {
            open = null;
            witness.lost(cut.kind());
        }
    }

    /** Something should be said now. */
    void due(Kind kind, long at) {
        if (wire == null) {
            witness.lost(kind);
            return;
        }
        due.addLast(new Due(kind, at));
        sendNext();
    }

    /** What follows in its transactions. */
    Kind nextOfTransactions() {
        return words.after(facts());
    }

    private void sendNext() {
        Due next = open == null && wire != null ? due.pollFirst() : null;
        if (next != null) {
            put(compose(next));
        }
    }

    private Call compose(Due next) {
        Kind kind = next.kind();
        moment = later();
        if (words.meters(kind)) {
            register++;
            metersSaid++;
        }
        if (kind == Kind.START) {
            transactions++;
            seq = 0;
            transaction = words.transaction(name + "-" + transactions, "");
        }
        count(kind)[0]++;
        String body = words.call(kind, facts());
        seq += kind.isRepeated() ? 1 : 0;
        return new Call(kind, next.at(), id(), body, moment);
    }

    /** Moments of a station differ, so that one tells which of two came last. */
    private Instant later() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isAfter(moment) ? now : moment.plusMillis(1);
    }

    private Facts facts() {
        return new Facts(tag, moment, register, transaction, seq);
    }

    private String id() {
        return Integer.toString(++calls);
    }

    private void put(Call call) {
        open = call;
        if (wire != null) {
            wire.send("[2,\"" + call.id() + "\"," + call.body() + "]");
        }
    }

    /** A frame came; answers to what is not asked any more are none of its business. */
    void received(String frame) {
        Call asked = open;
        if (asked == null || !frame.startsWith(",\"" + asked.id() + "\"", 2)) {
            return;
        }
        open = null;
        if (frame.startsWith("[3,")) {
            acknowledged(asked, frame);
        } else {
            witness.answered(this, asked.kind(), asked.due(), frame);
        }
        sendNext();
    }

    private void acknowledged(Call asked, String frame) {
        Kind kind = asked.kind();
        count(kind)[1]++;
        if (words.meters(kind)) {
            metersAcknowledged++;
        }
        switch (kind) {
            case BOOT -> booted = true;
            case STATUS -> status = asked.at();
            case START -> transaction = words.transaction(transaction, frame);
            case STOP -> transaction = "";
            case HEARTBEAT, METER, UPDATE -> {}
        }
        witness.answered(this, kind, asked.due(), refusal(kind, frame));
        if (kind == Kind.STATUS && !back) {
            back = true;
            witness.cameBack();
        }
    }

    private static String refusal(Kind kind, String frame) {
        boolean decided = kind == Kind.START || kind == Kind.BOOT;
        return decided && !frame.contains("\"Accepted\"") ? frame : "";
    }

    private long[] count(Kind kind) {
        return counts.computeIfAbsent(kind, _ -> new long[2]);
    }

    /** What it has said, and what was acknowledged. */
    Account account() {
        return new Account(
                name,
                new Account.Span(metersAcknowledged, metersSaid),
                span(Kind.START),
                span(Kind.STOP),
                status,
                open != null);
    }

    private Account.Span span(Kind kind) {
        return new Account.Span(count(kind)[1], count(kind)[0]);
    }
}
