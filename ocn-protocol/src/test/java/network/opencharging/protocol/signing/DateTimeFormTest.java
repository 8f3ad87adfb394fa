package network.opencharging.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The form of a time, held against a regular expression over many texts that are nearly one. */
class DateTimeFormTest {
    private static final Pattern FORM =
            Pattern.compile(
                    "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](\\.[0-9]{1,9})?"
                            + "(Z|[+-][0-2][0-9]:[0-5][0-9])?");

    private static final List<String> TIMES =
            List.of(
                    "2026-01-31T12:00:00",
                    "2026-01-31T12:00:00Z",
                    "2026-12-31T23:59:60.123456789Z",
                    "2026-01-31T12:00:00.5+01:30",
                    "2026-01-31T12:00:00-23:59",
                    "");

    private static final String LETTERS = "0123456789-:TZ.+ tz٣";

    @Test
    void itIsThatOfTheExpression() {
        Random random = new Random(5);
        int good = 0;
        for (int i = 0; i < 200_000; i++) {
            String text = changed(TIMES.get(random.nextInt(TIMES.size())), random);
            boolean fits = FORM.matcher(text).matches();
            good += fits ? 1 : 0;
            assertThat(DateTimeForm.fits(text)).as(text).isEqualTo(fits);
        }
        assertThat(good).as("some of them are times").isGreaterThan(20_000);
    }

    private static String changed(String time, Random random) {
        StringBuilder text = new StringBuilder(time);
        for (int changes = random.nextInt(3); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length());
            char c = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }
}
