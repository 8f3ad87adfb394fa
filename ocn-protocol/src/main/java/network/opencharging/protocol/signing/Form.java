package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The form that OCPI gives a value, as far as it tells a value from its neighbour: lengths that are
 * upper limits are left to those who read the content.
 *
 * @param told what the form is, to go behind "must be"
 * @param test whether a value other than null has it
 */
record Form(String told, Predicate<Json> test) {
    static final Form NUMBER = new Form("a number", value -> value instanceof Json.Num);

    static final Form TRUTH = new Form("true or false", value -> value instanceof Json.Bool);

    static final Form TEXT = new Form("a text", value -> value instanceof Json.Text);

    static final Form LIST = new Form("a list", value -> value instanceof Json.Arr);

    static final Form STATUS_CODE =
            new Form("a number of four digits", numberLike("[1-4][0-9]{3}"));

    static final Form DATE_TIME =
            new Form(
                    "a time such as 2026-01-31T12:00:00Z",
                    value -> value instanceof Json.Text(String text) && DateTimeForm.fits(text));

    static final Form COUNTRY_CODE =
            new Form(
                    "a country code of two letters (ISO 3166-1)",
                    value -> value.asText().filter(Form::isCountry).isPresent());

    static final Form PARTY_ID = new Form("three letters or digits", ascii(3, true));

    static final Form CURRENCY = new Form("three letters (ISO 4217)", ascii(3, false));

    static final Form LANGUAGE = new Form("two letters (ISO 639-1)", ascii(2, false));

    static final Form URL =
            new Form(
                    "an absolute URL of http or https",
                    value -> value instanceof Json.Text(String text) && isUrl(text));

    static final Form ID =
            new Form(
                    "1 to 255 printable characters",
                    value ->
                            value instanceof Json.Text(String text)
                                    && !text.isEmpty()
                                    && text.length() <= 255
                                    && isBetween(text, 0, ' ', '~'));

    static final Form COUNT =
            new Form("an integer from 0, without leading zeros", scalarLike("0|[1-9][0-9]{0,18}"));

    static final Form POSITIVE =
            new Form("an integer from 1, without leading zeros", scalarLike("[1-9][0-9]{0,18}"));

    static final Form WORD = new Form("a word of letters, digits and _", textLike("[A-Za-z0-9_]+"));

    // Nodes of the second generation put brackets around the headers of an answer.
    static final Form HEADER_COUNT =
            new Form(
                    "an integer from 0, without leading zeros",
                    scalarLike("(0|[1-9][0-9]{0,18})|\\[(0|[1-9][0-9]{0,18})\\]"));

    static final Form LINK_HEADER =
            new Form("a link such as <https://...>; rel=\"next\"", textLike("\\[?<[^<>]+>[^<>]*"));

    static final Form LOCATION_HEADER = new Form("a URL", textLike("\\[?(https?:/)?/[!-~]*"));

    /** Codes beside those of ISO that are in use: user-assigned, the Union, the United Kingdom. */
    private static final Set<String> MORE_COUNTRIES = Set.of("EU", "UK", "XK", "ZZ", "AA");

    private static final Set<String> COUNTRIES =
            Stream.concat(Arrays.stream(Locale.getISOCountries()), MORE_COUNTRIES.stream())
                    .collect(Collectors.toUnmodifiableSet());

    boolean fits(Json value) {
        return value == Json.Null.NULL || test.test(value);
    }

    private static boolean isUrl(String text) {
        int from = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : -1;
        return from > 0 && text.length() > from && isBetween(text, from, '!', '~');
    }

    private static boolean isBetween(String text, int from, char lowest, char highest) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < lowest || text.charAt(i) > highest) {
                return false;
            }
        }
        return true;
    }

    /** So many letters, or digits too. */
    private static Predicate<Json> ascii(int length, boolean digits) {
        return value ->
                value instanceof Json.Text(String text)
                        && text.length() == length
                        && text.chars()
                                .allMatch(c ->
                                        (c >= 'A' && c <= 'Z')
                                                || (c >= 'a' && c <= 'z')
                                                || (digits && c >= '0' && c <= '9'));
    }

    private static Predicate<Json> textLike(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return value -> value instanceof Json.Text(String text) && pattern.matcher(text).matches();
    }

    private static Predicate<Json> numberLike(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return value ->
                value instanceof Json.Num(String literal) && pattern.matcher(literal).matches();
    }

    /** Parameters come as texts from URLs and as numbers from nodes that have read them. */
    private static Predicate<Json> scalarLike(String regex) {
        return textLike(regex).or(numberLike(regex));
    }

    private static boolean isCountry(String text) {
        return COUNTRIES.contains(text.toUpperCase(Locale.ROOT));
    }
}
