package network.opencharging.bridge.tariff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Picks the tariff of a session among those of its connector (OCPI 2.2.1 §8.3.1, tariff_ids). */
public final class TariffChoice {
    private TariffChoice() {}

    /**
     * The first tariff that may begin at the moment and is made for the type; without one, the
     * first for everybody; a driver with a profile also gets the regular one. Empty: nothing fits,
     * and no session should begin.
     */
    public static Optional<Tariff> of(List<Tariff> tariffs, TariffType wanted, Instant start) {
        List<Tariff> valid =
                tariffs.stream().filter(tariff -> tariff.validity().includes(start)).toList();
        return typed(valid, Optional.of(wanted))
                .or(() -> typed(valid, Optional.empty()))
                .or(() ->
                        wanted == TariffType.AD_HOC_PAYMENT
                                ? Optional.empty()
                                : typed(valid, Optional.of(TariffType.REGULAR)));
    }

    private static Optional<Tariff> typed(List<Tariff> tariffs, Optional<TariffType> type) {
        return tariffs.stream().filter(tariff -> tariff.type().equals(type)).findFirst();
    }
}
