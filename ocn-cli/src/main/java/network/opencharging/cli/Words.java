package network.opencharging.cli;

import network.opencharging.cli.connect.Accounts;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How words on the command line become what the network speaks of. */
final class Words {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

    private Words() {}

    static void understood(CommandLine line) {
        line.registerConverter(Address.class, Words::address);
        line.registerConverter(PartyId.class, Words::party);
        line.registerConverter(ModuleId.class, Words::module);
        line.registerConverter(Duration.class, Words::time);
        line.registerConverter(URI.class, Words::uri);
        line.registerConverter(int.class, Words::whole);
        line.registerConverter(Integer.class, Words::whole);
        line.registerConverter(long.class, text -> number(text, Long::valueOf));
        line.registerConverter(Long.class, text -> number(text, Long::valueOf));
        line.registerConverter(BigInteger.class, text -> number(text, BigInteger::new));
    }

    /**
     * Why this text is none of these; empty when it is, or when nothing is known of the type. For
     * arguments that may be left out, which picocli calls unmatched when they cannot be read.
     */
    static Optional<String> complaint(Class<?> type, String text) {
        try {
            if (type.equals(PartyId.class)) {
                party(text);
            } else if (type.equals(Address.class)) {
                address(text);
            } else if (type.equals(ModuleId.class)) {
                module(text);
            }
            return Optional.empty();
        } catch (TypeConversionException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static Integer whole(String text) {
        return number(text, Integer::valueOf);
    }

    private static <T> T number(String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (NumberFormatException e) {
            throw wrong("'%s' is no whole number, or too large".formatted(text));
        }
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("'%s' is no address: write it as https://name.example".formatted(text));
        }
    }

    private static Address address(String text) {
        Address address =
                Address.parse(text)
                        .or(() -> Accounts.named(text))
                        .orElseThrow(() ->
                                wrong(
                                        "'%s' is no account: 0x and 40 hexadecimal digits, or the name of a key of  ocn key show"
                                                .formatted(text)));
        if (Address.isMistyped(text)) {
            throw wrong(
                    "'%s' is mistyped: its upper and lower case letters do not fit its digits"
                            .formatted(text));
        }
        return address;
    }

    private static PartyId party(String text) {
        return PartyId.parse(text.replace('-', '/').toUpperCase(Locale.ROOT))
                .orElseThrow(() ->
                        wrong(
                                "'%s' is no party: two letters of the country, a slash and three letters or digits, such as DE/ALC"
                                        .formatted(text)));
    }

    private static ModuleId module(String text) {
        try {
            return new ModuleId(text);
        } catch (IllegalArgumentException e) {
            throw wrong("'%s' is no module".formatted(text));
        }
    }

    private static Duration time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            throw wrong("'%s' is no time: write 30s, 5m or 1h".formatted(text));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static TypeConversionException wrong(String sentence) {
        return new TypeConversionException(sentence);
    }
}
