package network.opencharging.bridge.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.unit.Money;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The engine against {@code src/test/resources/golden/rating.jsonl}, which {@code
 * src/test/golden/generate.py} wrote with a rater of its own: every sum to the fourth decimal,
 * every billed Wh and second.
 */
class GoldenFileTest {
    private static final List<GoldenCase> CASES = GoldenCase.all();

    @Test
    void holdsAtLeastAThousandCases() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(CASES.stream().map(GoldenCase::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyCaseCostsWhatTheNaiveRaterSays() {
        List<String> wrong = new ArrayList<>();
        for (GoldenCase golden : CASES) {
            Rated rated = Rating.of(golden.tariff(), golden.zone()).rate(golden.history());
            compare(golden, "total", rated.total(), wrong);
            compare(golden, "subtotal", rated.subtotal(), wrong);
            for (CostField field : CostField.values()) {
                compare(golden, key(field), rated.cost(field), wrong);
            }
        }
        assertThat(wrong).as("case: field expected but was").isEmpty();
    }

    @Test
    void everyCaseBillsTheUnitsThatTheNaiveRaterSays() {
        Map<String, CostField> fields =
                Map.of(
                        "energy", CostField.ENERGY,
                        "time", CostField.TIME,
                        "parking", CostField.PARKING,
                        "reservation", CostField.RESERVATION);
        List<String> wrong = new ArrayList<>();
        for (GoldenCase golden : CASES) {
            Rated rated = Rating.of(golden.tariff(), golden.zone()).rate(golden.history());
            fields.forEach((name, field) -> {
                List<CostLine> lines = metered(rated, field);
                long used = lines.stream().mapToLong(CostLine::volume).sum();
                long billed = lines.stream().mapToLong(CostLine::billed).sum();
                compare(golden, "used", name, used, wrong);
                compare(golden, "billed", name, billed, wrong);
            });
        }
        assertThat(wrong).as("case: field expected but was").isEmpty();
    }

    private static List<CostLine> metered(Rated rated, CostField field) {
        return rated.periods().stream()
                .flatMap(period -> period.lines().stream())
                .filter(line -> line.field() == field)
                .filter(line -> line.component().dimension() != Dimension.FLAT)
                .toList();
    }

    private static void compare(GoldenCase golden, String name, Money is, List<String> wrong) {
        JsonNode expected = golden.expected().get("costs").get(name);
        String net = expected.get(0).asString();
        String gross = expected.get(1).isNull() ? "-" : expected.get(1).asString();
        String isNet = is.exclVat().toPlainString();
        String isGross = is.inclVat().map(amount -> amount.toPlainString()).orElse("-");
        if (!net.equals(isNet) || !gross.equals(isGross)) {
            wrong.add(
                    "%s: %s %s/%s but was %s/%s"
                            .formatted(golden.id(), name, net, gross, isNet, isGross));
        }
    }

    private static void compare(
            GoldenCase golden, String what, String name, long is, List<String> wrong) {
        long expected = golden.expected().get(what).get(name).asLong();
        if (expected != is) {
            wrong.add("%s: %s %s %d but was %d".formatted(golden.id(), what, name, expected, is));
        }
    }

    private static String key(CostField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
