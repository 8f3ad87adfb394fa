package network.opencharging.cpo.plug.dialect;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Payloads of plugs, read with limits; what cannot be read is nothing. */
final class PlugText {
    private static final int LONGEST = 10_000;
    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_REASON = 100;
    private static final int DEEPEST = 10;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .maxNumberLength(LONGEST_NUMBER)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private PlugText() {}

    static JsonNode json(String payload) {
        if (payload.length() > LONGEST) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(payload);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** What stands at a JSON pointer; the whole payload where the pointer is empty. */
    static String at(String payload, String pointer) {
        return pointer.isEmpty() ? payload : json(payload).at(pointer).asString("");
    }

    /** The plug's own words, no longer than anybody reads. */
    static PlugNews refused(String why) {
        return new PlugNews.Refused(
                why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why);
    }

    static Optional<PlugNews> presence(String payload, String there, String gone) {
        return word(payload, there, gone).map(PlugNews.Presence::new);
    }

    static Optional<PlugNews> relay(String payload, String on, String off) {
        return word(payload, on, off).map(PlugNews.Switched::new);
    }

    private static Optional<Boolean> word(String payload, String yes, String no) {
        if (payload.equals(yes)) {
            return Optional.of(true);
        }
        return payload.equals(no) ? Optional.of(false) : Optional.empty();
    }

    static Optional<BigDecimal> number(String payload) {
        try {
            return payload.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : possible(new BigDecimal(payload.trim()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<BigDecimal> number(JsonNode node) {
        return node.isNumber() ? possible(node.decimalValue()) : Optional.empty();
    }

    private static Optional<BigDecimal> possible(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(MOST) < 0
                ? Optional.of(value)
                : Optional.empty();
    }

    static Optional<PlugNews> power(Optional<BigDecimal> watts) {
        return watts.map(value ->
                new PlugNews.Power(new Watts(value.setScale(0, RoundingMode.HALF_UP).longValue())));
    }

    static Optional<PlugNews> wattHours(Optional<BigDecimal> value) {
        return value.flatMap(energy -> register(energy.scaleByPowerOfTen(-3)));
    }

    static Optional<PlugNews> kilowattHours(Optional<BigDecimal> value) {
        return value.flatMap(PlugText::register);
    }

    static Optional<PlugNews> wattMinutes(Optional<BigDecimal> value) {
        return wattHours(value.map(energy -> energy.divide(MINUTES, 3, RoundingMode.FLOOR)));
    }

    private static Optional<PlugNews> register(BigDecimal kilowattHours) {
        try {
            return Optional.of(new PlugNews.Register(WattHours.completeIn(kilowattHours)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
