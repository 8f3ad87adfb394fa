package network.opencharging.tools.ocpi;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.http.Headers;

import java.util.Optional;

/**
 * The four routing headers (OCPI 2.2.1 §4.2.4).
 *
 * @param to whom the message is for
 * @param from whom it is from
 */
public record Routing(PartyId to, PartyId from) {
    private static final String TO_COUNTRY = "OCPI-to-country-code";
    private static final String TO_PARTY = "OCPI-to-party-id";
    private static final String FROM_COUNTRY = "OCPI-from-country-code";
    private static final String FROM_PARTY = "OCPI-from-party-id";

    /** From headers, or empty when one of the four is missing or has the wrong form. */
    public static Optional<Routing> read(Headers headers) {
        Optional<PartyId> to = party(headers, TO_COUNTRY, TO_PARTY);
        return party(headers, FROM_COUNTRY, FROM_PARTY)
                .flatMap(from -> to.map(known -> new Routing(known, from)));
    }

    private static Optional<PartyId> party(Headers headers, String country, String id) {
        return headers.get(country)
                .flatMap(code -> headers.get(id).flatMap(party -> PartyId.of(code, party)));
    }

    /** The headers with all four set. */
    public Headers write(Headers headers) {
        return headers.with(TO_COUNTRY, to.countryCode())
                .with(TO_PARTY, to.partyId())
                .with(FROM_COUNTRY, from.countryCode())
                .with(FROM_PARTY, from.partyId());
    }

    /** The way back: an answer goes to whom the request came from. */
    public Routing back() {
        return new Routing(from, to);
    }
}
