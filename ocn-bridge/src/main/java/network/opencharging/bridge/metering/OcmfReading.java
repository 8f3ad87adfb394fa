package network.opencharging.bridge.metering;

/**
 * One reading of an OCMF document.
 *
 * @param reading moment and register, cut down to whole Wh
 * @param clock how the meter's clock stood: U unknown, I informative, S synchronised, R relative
 * @param transaction TX: B begin, E end, and so on; empty when it belongs to none
 * @param register OBIS code, RI
 * @param errors EF: E energy, t time; empty is well
 * @param status ST: G is good
 */
public record OcmfReading(
        Reading reading,
        char clock,
        String transaction,
        String register,
        String errors,
        String status) {

    /** Whether the meter says that the energy is right. */
    boolean isGood() {
        return status.equals("G") && errors.indexOf('E') < 0;
    }

    /** Whether times may be billed by its clock. */
    public boolean hasTrustedClock() {
        return (clock == 'S' || clock == 'R') && errors.indexOf('t') < 0;
    }
}
