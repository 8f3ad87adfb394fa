package network.opencharging.tools.simulate.station;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a meter shows.
 *
 * @param at as the station's clock says
 * @param wattHours its register
 * @param watts what flows
 * @param signed a document of OCMF, where it signs
 */
public record Sample(
        Instant at, Moment moment, BigDecimal wattHours, long watts, Optional<String> signed) {
    /** When it was read. */
    public enum Moment {
        BEGIN,
        PERIODIC,
        CLOCK,
        ASKED,
        END
    }
}
