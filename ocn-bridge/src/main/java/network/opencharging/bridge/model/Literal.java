package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.util.Optional;

/** What a JSON literal can be meant to say, also where its type is the wrong one. */
final class Literal {
    /** Exponents beyond this would let twelve characters fill the memory. */
    private static final int MAX_SCALE = 1000;

    /** A literal of so many characters is always within a long. */
    private static final int SAFE_DIGITS = 18;

    private Literal() {}

    static Optional<String> text(Json json) {
        return switch (json) {
            case Json.Text(String value) -> Optional.of(value);
            case Json.Num(String literal) -> Optional.of(literal);
            default -> Optional.empty();
        };
    }

    static Optional<BigDecimal> decimal(Json json) {
        return text(json).flatMap(Literal::decimal);
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.scale()) > MAX_SCALE
                    ? Optional.empty()
                    : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static Optional<Long> whole(Json json) {
        if (json instanceof Json.Num number
                && number.isInteger()
                && number.literal().length() <= SAFE_DIGITS) {
            return Optional.of(Long.parseLong(number.literal()));
        }
        return decimal(json).flatMap(Literal::whole);
    }

    private static Optional<Long> whole(BigDecimal value) {
        try {
            return Optional.of(value.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
