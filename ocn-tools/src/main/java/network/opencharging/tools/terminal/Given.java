package network.opencharging.tools.terminal;

import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** What was given with an option, or a sentence that says why it cannot be used. */
public final class Given {
    private Given() {}

    /**
     * A token, as a header can carry it.
     *
     * @throws Failure of usage
     */
    public static String token(String text) {
        if (!text.matches("[\\x21-\\x7e]{1,1024}")) {
            throw Failure.usage(
                    "The token must be one word of printable ASCII letters, 1 to 1024 of them.");
        }
        return text;
    }

    /**
     * A party.
     *
     * @param option such as {@code --party}
     * @throws Failure of usage, which names the option
     */
    public static PartyId party(String option, String text) {
        return PartyId.parse(text)
                .orElseThrow(() ->
                        Failure.usage(
                                option
                                        + " must be a country code and a party id, such as"
                                        + " DE/ALC"));
    }

    /**
     * An address of http or https.
     *
     * @param option such as {@code --url}
     * @param example what could be given
     * @throws Failure of usage, which names the option
     */
    public static URI address(String option, @Nullable URI url, String example) {
        if (url == null
                || url.getHost() == null
                || !String.valueOf(url.getScheme()).matches("https?")) {
            throw Failure.usage(option + " must be an address such as " + example);
        }
        return url;
    }

    /**
     * A port, or 0 for any free one.
     *
     * @param option such as {@code --port}
     * @throws Failure of usage, which names the option
     */
    public static int port(String option, int number) {
        if (number < 0 || number > 65_535) {
            throw Failure.usage(option + " must be a port of 1 to 65535, or 0 for any free one.");
        }
        return number;
    }
}
