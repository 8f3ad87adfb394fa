package network.opencharging.cpo.ocpp.message;

import java.time.Instant;

/**
 * One value of a meter; what the station left out has the specification's default.
 *
 * @param at by the station's clock
 * @param value as it was written, or the signed document
 * @param unit as the station wrote it
 * @param phase empty for the sum
 * @param signed the value is a signed document, kept byte for byte
 */
public record Sample(
        Instant at,
        String value,
        String measurand,
        String unit,
        String context,
        String phase,
        String location,
        boolean signed) {

    /** What the meter counts. */
    public static final String REGISTER = "Energy.Active.Import.Register";
}
