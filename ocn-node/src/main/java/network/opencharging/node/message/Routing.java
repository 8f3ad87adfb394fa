package network.opencharging.node.message;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The four routing headers (OCPI 2.2.1 §4.1.7.2) in the spelling of the sender, complete or not:
 * what is signed and passed on is the spelling.
 *
 * @param headers those of the four that there are
 */
public record Routing(Headers headers) {
    private static final List<Side> SIDES = List.of(Side.values());

    /** Picks the four out of all headers. */
    public static Routing of(Headers all) {
        Map<String, String> four = new HashMap<>(8);
        for (Side side : SIDES) {
            copy(all, side.country, four, side.country);
            copy(all, side.party, four, side.party);
        }
        return new Routing(Headers.of(four));
    }

    /** What they say. */
    public RoutingHeaders.Reading read() {
        return RoutingHeaders.read(headers);
    }

    /** Those of the answer: sender and receiver exchanged. */
    public Routing swapped() {
        Map<String, String> answer = new HashMap<>(8);
        for (Side side : SIDES) {
            Side other = side == Side.FROM ? Side.TO : Side.FROM;
            copy(headers, side.country, answer, other.country);
            copy(headers, side.party, answer, other.party);
        }
        return new Routing(Headers.of(answer));
    }

    /** The same for this receiver. */
    public Routing to(PartyId party) {
        return new Routing(
                headers.with(HeaderNames.TO_COUNTRY_CODE, party.countryCode())
                        .with(HeaderNames.TO_PARTY_ID, party.partyId()));
    }

    /** The same from this sender. */
    public Routing from(PartyId party) {
        return new Routing(
                headers.with(HeaderNames.FROM_COUNTRY_CODE, party.countryCode())
                        .with(HeaderNames.FROM_PARTY_ID, party.partyId()));
    }

    /** Hands over those that there are, with their names. */
    public void forEach(BiConsumer<String, String> header) {
        headers.asMap().forEach(header);
    }

    private static void copy(Headers source, String name, Map<String, String> target, String as) {
        source.get(name).ifPresent(value -> target.put(as, value));
    }

    private enum Side {
        FROM(HeaderNames.FROM_COUNTRY_CODE, HeaderNames.FROM_PARTY_ID),
        TO(HeaderNames.TO_COUNTRY_CODE, HeaderNames.TO_PARTY_ID);

        private final String country;
        private final String party;

        Side(String country, String party) {
            this.country = country;
            this.party = party;
        }
    }
}
