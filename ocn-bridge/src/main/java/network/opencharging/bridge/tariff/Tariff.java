package network.opencharging.bridge.tariff;

import java.time.Instant;
import java.util.Optional;

/**
 * What charging costs at the connectors that refer to it (OCPI 2.2.1 §11.3.1).
 *
 * @param key owner and id
 * @param type for whom; empty: everybody
 * @param note explanations for people
 * @param prices what it costs
 * @param validity when sessions may begin with it
 * @param lastUpdated when it was written
 */
public record Tariff(
        TariffKey key,
        Optional<TariffType> type,
        TariffNote note,
        PriceList prices,
        Validity validity,
        Instant lastUpdated) {}
