package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.meter.MeterSeal;
import network.opencharging.tools.simulate.profile.Profiles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the meters show and sign, and how much they let through. */
final class Sampling {
    private final Cabinet cabinet;

    Sampling(Cabinet cabinet) {
        this.cabinet = cabinet;
    }

    /** What its meter shows. */
    Sample sample(Evse evse, Sample.Moment moment, Optional<Charge> charge) {
        Instant now = cabinet.now();
        Optional<String> signed =
                charge.flatMap(one ->
                        cabinet.setting()
                                .seal()
                                .flatMap(
                                        seal -> sealed(seal, one, new Reading(now, evse, moment))));
        return new Sample(now, moment, evse.meter().exactly(), evse.meter().watts(), signed);
    }

    private record Reading(Instant at, Evse evse, Sample.Moment moment) {}

    /** The beginning alone, and at the end both: so one document tells what is billed. */
    private static Optional<String> sealed(MeterSeal seal, Charge charge, Reading reading) {
        char mark =
                switch (reading.moment()) {
                    case BEGIN -> 'B';
                    case END -> 'E';
                    default -> 'C';
                };
        if (mark == 'C') {
            return Optional.empty();
        }
        MeterSeal.Shown shown =
                new MeterSeal.Shown(reading.at(), mark, reading.evse().meter().exactly());
        List<MeterSeal.Shown> all = new ArrayList<>(charge.firstShown().stream().toList());
        all.add(shown);
        if (mark == 'B') {
            charge.firstShown(shown);
        }
        return Optional.of(seal.sign(charge.token().text(), all));
    }

    /** Lets no more flow than its profiles say. */
    void limit(Evse evse) {
        Optional<Charge> charge = evse.charge();
        long limit =
                cabinet.profiles()
                        .limit(
                                new Profiles.Place(
                                        evse.id(),
                                        charge.map(Charge::name),
                                        charge.map(one -> one.start().at()).orElse(cabinet.now())),
                                cabinet.now())
                        .orElse(Long.MAX_VALUE);
        evse.meter().limit(limit);
    }
}
