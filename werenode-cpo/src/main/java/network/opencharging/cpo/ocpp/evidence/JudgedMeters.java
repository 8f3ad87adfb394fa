package network.opencharging.cpo.ocpp.evidence;

import network.opencharging.cpo.ocpp.central.MeterBook;
import network.opencharging.cpo.ocpp.message.Metered;

import java.util.List;

/** Meters' values, kept; what is signed among them is judged as it is kept. */
public record JudgedMeters(MeterBook book, Judge judge) implements MeterBook {

    @Override
    public void add(Metered metered) {
        book.add(metered);
        judge.judge(metered);
    }

    @Override
    public List<Metered> of(String station, String transaction) {
        return book.of(station, transaction);
    }
}
