package network.opencharging.bridge.tariff;

import java.util.List;

/** What became of a tariff at the entrance. */
public sealed interface TariffVerdict {

    /**
     * It can be billed by.
     *
     * @param tariff the tariff
     */
    record Accepted(Tariff tariff) implements TariffVerdict {}

    /**
     * It cannot.
     *
     * @param faults everything that is wrong with it, at least one
     */
    record Refused(List<Fault> faults) implements TariffVerdict {

        /** Copies the faults. */
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
