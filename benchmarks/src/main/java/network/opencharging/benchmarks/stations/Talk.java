package network.opencharging.benchmarks.stations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What all stations say, and what becomes of it. */
final class Talk implements Witness {
    private static final Press NOBODY = new Press(0, _ -> Kind.HEARTBEAT);

    private final List<Station> stations = new ArrayList<>();
    private final LongSupplier nanos;
    private final AtomicInteger back = new AtomicInteger();
    private final AtomicLong arrivals = new AtomicLong();
    private Tally tally;
    private Press press = NOBODY;

    /** Of so many stations; every other one speaks 2.0.1. */
    Talk(int many, Station.Times times) {
        this.nanos = times.nanos();
        this.tally = new Tally(nanos.getAsLong());
        for (int i = 0; i < many; i++) {
            Words words = i % 2 == 0 ? new Words16() : new Words201();
            stations.add(new Station(i, words, times, this));
        }
    }

    /** The first {@code crowd} stations always have one call open. */
    private record Press(int crowd, Function<Station, Kind> rota) {}

    List<Station> stations() {
        return stations;
    }

    /** How many were answered since they connected. */
    int back() {
        return back.get();
    }

    /** How often one came back so far. */
    long arrivals() {
        return arrivals.get();
    }

    /** Counts from now on. */
    void begin() {
        tally = new Tally(nanos.getAsLong());
    }

    /** What was counted until then. */
    Seen until(long now) {
        return tally.until(now);
    }

    void press(int crowd, Function<Station, Kind> rota) {
        begin();
        press = new Press(crowd, rota);
        stations.stream().limit(crowd).forEach(this::next);
    }

    void release() {
        press = NOBODY;
    }

    private void next(Station station) {
        station.due(press.rota().apply(station), nanos.getAsLong());
    }

    boolean isQuiet() {
        return stations.stream().allMatch(Station::isQuiet);
    }

    @Override
    public void answered(Station station, Kind kind, long due, String error) {
        tally.answered(kind, nanos.getAsLong() - due, error);
        if (station.number() < press.crowd() && station.isQuiet()) {
            next(station);
        }
    }

    @Override
    public void lost(Kind kind) {
        tally.failed(kind + " lost with its connection");
    }

    @Override
    public void cameBack() {
        back.incrementAndGet();
        arrivals.incrementAndGet();
    }

    @Override
    public void wentAway() {
        back.decrementAndGet();
    }
}
