package network.opencharging.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.regex.Pattern;

/** The form of a number, held against a regular expression over many texts that are nearly one. */
class JsonNumberTest {
    private static final Pattern FORM =
            Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

    private static final String LETTERS = "0019-+.eE٣";

    @Test
    void itIsThatOfTheExpression() {
        Random random = new Random(6);
        int good = 0;
        for (int i = 0; i < 300_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(9); left > 0; left--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            boolean fits = FORM.matcher(text).matches();
            good += fits ? 1 : 0;
            assertThat(JsonNumber.isLiteral(text.toString())).as("%s", text).isEqualTo(fits);
        }
        assertThat(good).as("some of them are numbers").isGreaterThan(10_000);
    }
}
