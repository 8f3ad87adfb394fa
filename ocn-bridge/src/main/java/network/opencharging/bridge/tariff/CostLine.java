package network.opencharging.bridge.tariff;

import network.opencharging.bridge.unit.Money;

/**
 * What one price component costs in one period.
 *
 * @param field the sum of the CDR that it belongs to
 * @param element index of the tariff's element
 * @param component the price that applied
 * @param volume what was used: Wh, seconds, or 1 for a fee
 * @param billed what is billed: {@code volume}, and in the last line of its kind what is missing to
 *     a whole step
 * @param cost with four decimals; the lines of a field add up to the field exactly
 */
public record CostLine(
        CostField field,
        int element,
        PriceComponent component,
        long volume,
        long billed,
        Money cost) {}
