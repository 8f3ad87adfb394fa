package network.opencharging.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0.0, 0, 0.0",
        "-0.0, 0, -0.0",
        "-0, 0, 0",
        "25.0, 25, 25.0",
        "12.50, 12.5, 12.5",
        "1e21, 1e+21, 1.0E21",
        "123456789012345680000, 123456789012345680000, 123456789012345680000",
        "1e-7, 1e-7, 1.0E-7",
        "0.000001, 0.000001, 1.0E-6",
        "0.0001, 0.0001, 1.0E-4",
        "12345678.9, 12345678.9, 1.23456789E7",
        "9007199254740993, 9007199254740992, 9007199254740993",
        "12345678901234567890, 12345678901234567000, 12345678901234567890",
        "2e23, 2e+23, 2.0E23",
        "5e-324, 5e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157e+308, 1.7976931348623157E308",
        "1e400, Infinity, Infinity",
        "-12.5, -12.5, -12.5",
        "4.35, 4.35, 4.35",
        "0.1234567890123456789, 0.12345678901234568, 0.12345678901234568"
    })
    void numbersAreWrittenAsTheTwoLibrariesWriteThem(String literal, String script, String java) {
        assertThat(NumberText.ECMASCRIPT.of(literal)).isEqualTo(script);
        assertThat(NumberText.JAVA.of(literal)).isEqualTo(java);
        assertThat(NumberText.LITERAL.of(literal)).isEqualTo(literal);
    }

    @Test
    void theTextOfJavaScriptMeansTheSameDoubleInTheFewestDigits() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                String text = EcmaNumber.text(value);
                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(text.chars().filter(Character::isDigit).count()).isPositive();
            }
        }
    }
}
