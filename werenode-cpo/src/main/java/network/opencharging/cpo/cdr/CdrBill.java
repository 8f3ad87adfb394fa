package network.opencharging.cpo.cdr;

import network.opencharging.bridge.tariff.CostField;
import network.opencharging.bridge.tariff.Tariff;
import network.opencharging.bridge.unit.Money;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was delivered and what it costs.
 *
 * @param tariff the tariff as it was
 * @param periods in order, at least one
 * @param volumes totals of energy and times
 * @param costs the sums that are shown; a field that no price concerned is missing
 * @param total what it costs altogether; in a credit CDR with the other sign
 */
public record CdrBill(
        Tariff tariff,
        List<CdrPeriod> periods,
        CdrVolumes volumes,
        Map<CostField, Money> costs,
        Money total) {

    /** Copies the collections. */
    public CdrBill {
        periods = List.copyOf(periods);
        costs = Map.copyOf(costs);
    }

    /** One of the sums (total_energy_cost and so on). */
    public Optional<Money> cost(CostField field) {
        return Optional.ofNullable(costs.get(field));
    }

    /** "Only the values in the total_cost field SHALL contain the negative amounts" (§10.1.1). */
    CdrBill credited() {
        return new CdrBill(tariff, periods, volumes, costs, total.negated());
    }
}
