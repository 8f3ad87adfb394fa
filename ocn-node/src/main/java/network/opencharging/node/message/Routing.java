package network.opencharging.node.message;

import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.Headers;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import java.util.function.BiConsumer;

/**
 * The four routing headers (OCPI 2.2.1 §4.1.6) in the spelling of the sender, complete or not: what
 * is signed and passed on is the spelling.
 *
 * @param headers those of the four that there are
 */
public record Routing(Headers headers) {

    /** Picks the four out of all headers. */
    public static Routing of(Headers all) {
        Headers four = Headers.NONE;
        for (Side side : Side.values()) {
            four = copy(all, side.country, four, side.country);
            four = copy(all, side.party, four, side.party);
        }
        return new Routing(four);
    }

    /** What they say. */
    public RoutingHeaders.Reading read() {
        return RoutingHeaders.read(headers);
    }

    /** Those of the answer: sender and receiver exchanged. */
    public Routing swapped() {
        Headers answer = Headers.NONE;
        for (Side side : Side.values()) {
            Side other = side == Side.FROM ? Side.TO : Side.FROM;
            answer = copy(headers, side.country, answer, other.country);
            answer = copy(headers, side.party, answer, other.party);
        }
        return new Routing(answer);
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

    private static Headers copy(Headers source, String name, Headers target, String as) {
        return source.get(name).map(value -> target.with(as, value)).orElse(target);
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
