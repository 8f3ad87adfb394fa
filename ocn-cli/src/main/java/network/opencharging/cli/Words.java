package network.opencharging.cli;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.Locale;
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
    }

    private static Address address(String text) {
        Address address =
                Address.parse(text)
                        .orElseThrow(() ->
                                wrong(
                                        "'%s' is no account: 0x and 40 hexadecimal digits"
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
