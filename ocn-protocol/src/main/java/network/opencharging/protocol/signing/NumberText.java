package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How a number becomes text before it is hashed. The published signers disagree, so a verifier
 * tries them, the whole message in one way at a time.
 *
 * <p>There is no rendering for nodes that keep numbers in 32 bits: what such a node signs it also
 * writes, and for a number that has been through 32 bits {@link #JAVA} gives the same text.
 */
public enum NumberText {
    /** As JavaScript writes it (ECMA-262, Number::toString); how this library signs. */
    ECMASCRIPT {
        @Override
        String of(String literal) {
            return EcmaNumber.text(Double.parseDouble(literal));
        }
    },
    /** As Java writes it: integers with all their digits, everything else as a double. */
    JAVA {
        @Override
        String of(String literal) {
            return new Json.Num(literal).isInteger()
                    ? new BigInteger(literal).toString()
                    : Double.toString(Double.parseDouble(literal));
        }
    },
    /** As Java writes an exact decimal number. */
    DECIMAL {
        @Override
        String of(String literal) {
            return new BigDecimal(literal).toString();
        }
    },
    /** As it stands in the message. */
    LITERAL {
        @Override
        String of(String literal) {
            return literal;
        }
    };

    abstract String of(String literal);

    /** The text of a leaf; what is not signed has none. */
    String of(Json leaf) {
        return switch (leaf) {
            case Json.Text(String text) -> text;
            case Json.Bool(boolean value) -> Boolean.toString(value);
            case Json.Num(String literal) -> of(literal);
            case Json.Null.NULL -> "";
            case Json.Obj _, Json.Arr _ ->
                    throw new IllegalArgumentException("an object or array is no leaf");
        };
    }
}
