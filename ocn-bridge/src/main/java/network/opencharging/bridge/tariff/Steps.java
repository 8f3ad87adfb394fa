package network.opencharging.bridge.tariff;

import java.util.ArrayList;
import java.util.List;

/**
 * Billing in whole steps (OCPI 2.2.1 §10.3.1): once in a session for the energy, once for its time.
 *
 * <p>"In the cases that TIME and PARKING_TIME Tariff Elements are both used, step_size is only
 * taken into account for the total parking duration." The total of what was priced is rounded up to
 * the step of the last component that priced some of it, and the extra is billed at that component.
 */
final class Steps {
    private Steps() {}

    static void complete(List<OpenPeriod> periods) {
        List<OpenLine> energy = new ArrayList<>();
        List<OpenLine> charging = new ArrayList<>();
        List<OpenLine> parking = new ArrayList<>();
        List<OpenLine> reserved = new ArrayList<>();
        for (OpenPeriod period : periods) {
            for (OpenLine line : period.lines) {
                switch (line.choice.component().dimension()) {
                    case ENERGY -> energy.add(line);
                    case PARKING_TIME -> parking.add(line);
                    case TIME ->
                            (period.activity == Activity.RESERVED ? reserved : charging).add(line);
                    case FLAT -> {}
                }
            }
        }
        completeLast(energy);
        completeLast(parking.isEmpty() ? charging : parking);
        completeLast(reserved);
    }

    private static void completeLast(List<OpenLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        OpenLine last = lines.getLast();
        long total = 0;
        for (OpenLine line : lines) {
            total += line.volume;
        }
        long step = last.choice.component().stepSize();
        last.extra = Math.ceilDiv(total, step) * step - total;
    }
}
