package network.opencharging.bridge.tariff;

import java.util.ArrayList;
import java.util.List;

/** Finds what is well-formed in a tariff and yet can never apply. */
final class Contradictions {
    private Contradictions() {}

    /** One fault for every component that no session will ever pay. */
    static List<Fault> in(List<TariffElement> elements) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String path = "$.elements[%d]".formatted(i);
            TariffElement element = elements.get(i);
            if (!element.restrictions().calendar().hasDay()) {
                faults.add(
                        new Fault(
                                path + ".restrictions.day_of_week",
                                "names no day between start_date and end_date"));
            }
            for (int k = 0; k < element.components().size(); k++) {
                inspect(elements, i, k, faults);
            }
        }
        return faults;
    }

    private static void inspect(
            List<TariffElement> elements, int index, int component, List<Fault> faults) {
        TariffElement element = elements.get(index);
        Dimension dimension = element.components().get(component).dimension();
        String path = "$.elements[%d].price_components[%d]".formatted(index, component);
        Restrictions when = element.restrictions();
        if (dimension == Dimension.PARKING_TIME
                && (when.power().from() > 0 || when.current().from() > 0)) {
            faults.add(
                    new Fault(
                            path,
                            "a parked car takes no power: min_power and min_current are never"
                                    + " reached"));
        }
        for (int earlier = 0; earlier < index; earlier++) {
            if (elements.get(earlier).prices(dimension)
                    && elements.get(earlier).restrictions().cover(when)) {
                faults.add(
                        new Fault(
                                path,
                                "is never used: elements[%d] prices %s whenever this would; put the"
                                                .formatted(earlier, dimension)
                                        + " more special element first"));
                return;
            }
        }
    }
}
