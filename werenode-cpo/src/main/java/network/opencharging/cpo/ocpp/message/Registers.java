package network.opencharging.cpo.ocpp.message;

import network.opencharging.bridge.unit.WattHours;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a meter's own register shows among its values. */
public final class Registers {
    private Registers() {}

    /** The newest whole register in the samples; phases and signed documents are not one. */
    public static Optional<Sample> newest(List<Sample> samples) {
        return samples.stream()
                .filter(sample -> !sample.signed() && sample.phase().isEmpty())
                .filter(sample -> sample.measurand().equals(Sample.REGISTER))
                .filter(sample -> energy(sample.value(), sample.unit()).isPresent())
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later);
    }

    /** A register in whole watt-hours; empty when no meter can show it. */
    public static Optional<WattHours> energy(String value, String unit) {
        try {
            BigDecimal written = new BigDecimal(value.trim());
            return switch (unit) {
                // Thousandths of a thousandth: the register's digits, never rounded up.
                case "Wh", "" -> Optional.of(WattHours.completeIn(written.scaleByPowerOfTen(-3)));
                case "kWh" -> Optional.of(WattHours.completeIn(written));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            // NumberFormatException is one; so is a register that runs backwards.
            return Optional.empty();
        }
    }
}
