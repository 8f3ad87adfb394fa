package network.opencharging.tools.audit;

import network.opencharging.bridge.tariff.Activity;
import network.opencharging.bridge.tariff.CostField;
import network.opencharging.bridge.tariff.Rated;
import network.opencharging.bridge.unit.Money;
import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the sums of a CDR against what its tariff makes of its course. */
final class Bill {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal SECOND = new BigDecimal("0.0003");

    private final Json.Obj cdr;
    private final Rated rated;
    private final boolean credit;
    private final List<Remark> remarks = new ArrayList<>();

    private Bill(Json.Obj cdr, Rated rated) {
        this.cdr = cdr;
        this.rated = rated;
        this.credit =
                cdr.member("credit")
                        .filter(value -> value instanceof Json.Bool(boolean truth) && truth)
                        .isPresent();
    }

    /** Every comparison, in the order of the fields. */
    static List<Remark> compare(Json.Obj cdr, Rated rated) {
        Bill bill = new Bill(cdr, rated);
        bill.currency();
        Money total = rated.total();
        bill.price("total_cost", bill.credit ? total.negated() : total);
        bill.price("total_fixed_cost", rated.cost(CostField.FIXED));
        bill.volume("total_energy", rated.energy().kilowattHours(), new BigDecimal("0.001"), "kWh");
        bill.price("total_energy_cost", rated.cost(CostField.ENERGY));
        bill.volume(
                "total_time",
                hours(rated.seconds(Activity.CHARGING) + rated.seconds(Activity.PARKED)),
                SECOND,
                "h");
        bill.price("total_time_cost", rated.cost(CostField.TIME));
        bill.volume("total_parking_time", hours(rated.seconds(Activity.PARKED)), SECOND, "h");
        bill.price("total_parking_cost", rated.cost(CostField.PARKING));
        bill.price("total_reservation_cost", rated.cost(CostField.RESERVATION));
        return List.copyOf(bill.remarks);
    }

    private static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds)
                .divide(BigDecimal.valueOf(3600), 4, RoundingMode.HALF_UP);
    }

    private void currency() {
        String wanted = rated.tariff().prices().currency().getCurrencyCode();
        String told = cdr.textOf("currency").orElse("");
        if (!told.equals(wanted)) {
            remarks.add(
                    Remark.differs(
                            "$.currency", "says %s, the tariff is in %s".formatted(told, wanted)));
        }
    }

    private void price(String field, Money right) {
        Optional<Json.Obj> told = cdr.objectOf(field);
        if (told.isEmpty()) {
            if (right.exclVat().signum() != 0) {
                remarks.add(Remark.note("$." + field, "is not told, and is %s".formatted(right)));
            }
            return;
        }
        amount("$." + field + ".excl_vat", told.get(), "excl_vat", Optional.of(right.exclVat()));
        if (told.get().member("incl_vat").isPresent()) {
            amount("$." + field + ".incl_vat", told.get(), "incl_vat", right.inclVat());
        }
    }

    private void amount(String path, Json.Obj told, String field, Optional<BigDecimal> right) {
        Optional<BigDecimal> said = Fields.number(told, field);
        if (said.isEmpty()) {
            remarks.add(Remark.differs(path, "is no amount"));
        } else if (right.isEmpty()) {
            remarks.add(Remark.note(path, "cannot be told: the tariff names no VAT"));
        } else {
            compare(path, said.get(), right.get(), CENT);
        }
    }

    private void volume(String field, BigDecimal right, BigDecimal tolerance, String unit) {
        if (cdr.member(field).isEmpty()) {
            return;
        }
        Fields.number(cdr, field)
                .ifPresentOrElse(
                        said -> {
                            boolean same = said.subtract(right).abs().compareTo(tolerance) <= 0;
                            String path = "$." + field;
                            remarks.add(
                                    same
                                            ? Remark.same(path, "%s %s".formatted(text(said), unit))
                                            : Remark.differs(
                                                    path,
                                                    "says %s %s, the periods make %s"
                                                            .formatted(
                                                                    text(said),
                                                                    unit,
                                                                    text(right))));
                        },
                        () -> remarks.add(Remark.differs("$." + field, "is no number")));
    }

    private void compare(String path, BigDecimal said, BigDecimal right, BigDecimal least) {
        BigDecimal difference = said.subtract(right);
        if (difference.signum() == 0) {
            remarks.add(Remark.same(path, text(said)));
        } else if (difference.abs().compareTo(least) < 0) {
            remarks.add(
                    Remark.note(
                            path,
                            "says %s, is %s: less than a cent".formatted(text(said), text(right))));
        } else {
            remarks.add(
                    Remark.differs(
                            path,
                            "says %s, is %s: %s too %s"
                                    .formatted(
                                            text(said),
                                            text(right),
                                            text(difference.abs()),
                                            difference.signum() > 0 ? "much" : "little")));
        }
    }

    private static String text(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }
}
