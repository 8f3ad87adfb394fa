package network.opencharging.protocol.message;

import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/**
 * From whom a message comes and for whom it is (OCPI 2.2.1 §4.1.7.2).
 *
 * @param from the party that sends
 * @param to the party it is for; empty when the hub is to find it (open routing)
 */
public record RoutingHeaders(PartyId from, Optional<PartyId> to) {

    /** Headers from one party to another. */
    public static RoutingHeaders of(PartyId from, PartyId to) {
        return new RoutingHeaders(from, Optional.of(to));
    }

    /** What came out of reading the four headers. */
    public sealed interface Reading {
        /**
         * They are there and well formed.
         *
         * @param routing what they say
         */
        record Read(RoutingHeaders routing) implements Reading {}

        /**
         * They are not.
         *
         * @param fault what is wrong
         */
        record Faulty(Fault fault) implements Reading {}
    }

    /** What can be wrong with the four headers. */
    public sealed interface Fault {
        /** The header the fault lies in. */
        String header();

        /** One sentence that names the header and says what to do. */
        String sentence();

        /**
         * Both headers of the sender are missing.
         *
         * @param header the first of them
         */
        record Missing(String header) implements Fault {
            @Override
            public String sentence() {
                return "Header %s is missing: say which party sends the message.".formatted(header);
            }
        }

        /**
         * One of two headers that belong together is missing.
         *
         * @param header the missing one
         * @param present the other
         */
        record Half(String header, String present) implements Fault {
            @Override
            public String sentence() {
                return "Header %s is missing beside %s: send both.".formatted(header, present);
            }
        }

        /**
         * A header has the wrong form.
         *
         * @param header which
         * @param form the form it should have
         */
        record Malformed(String header, String form) implements Fault {
            @Override
            public String sentence() {
                return "Header %s must be %s.".formatted(header, form);
            }
        }
    }

    /** Reads the four headers; the first fault counts, in the order from, to. */
    public static Reading read(Headers headers) {
        Half from = Half.read(headers, HeaderNames.FROM_COUNTRY_CODE, HeaderNames.FROM_PARTY_ID);
        Half to = Half.read(headers, HeaderNames.TO_COUNTRY_CODE, HeaderNames.TO_PARTY_ID);
        Optional<Fault> fault = from.fault().or(to::fault);
        if (fault.isPresent()) {
            return new Reading.Faulty(fault.get());
        }
        return from.party()
                .<Reading>map(sender -> new Reading.Read(new RoutingHeaders(sender, to.party())))
                .orElseGet(
                        () -> new Reading.Faulty(new Fault.Missing(HeaderNames.FROM_COUNTRY_CODE)));
    }

    /** The two headers of one party: a party, or a fault, or neither when both are missing. */
    private record Half(Optional<PartyId> party, Optional<Fault> fault) {
        static Half read(Headers headers, String countryName, String partyName) {
            Optional<String> country = headers.get(countryName);
            Optional<String> party = headers.get(partyName);
            if (country.isEmpty() && party.isEmpty()) {
                return new Half(Optional.empty(), Optional.empty());
            }
            if (country.isEmpty()) {
                return faulty(new Fault.Half(countryName, partyName));
            }
            if (party.isEmpty()) {
                return faulty(new Fault.Half(partyName, countryName));
            }
            return PartyId.of(country.get(), party.get())
                    .map(id -> new Half(Optional.of(id), Optional.empty()))
                    .orElseGet(() -> faulty(malformed(country.get(), countryName, partyName)));
        }

        private static Fault malformed(String country, String countryName, String partyName) {
            return PartyId.of(country, "XXX").isEmpty()
                    ? new Fault.Malformed(countryName, "two letters (ISO 3166-1)")
                    : new Fault.Malformed(partyName, "three letters or digits (ISO 15118)");
        }

        private static Half faulty(Fault fault) {
            return new Half(Optional.empty(), Optional.of(fault));
        }
    }

    /** The headers of the answer: sender and receiver exchanged. */
    public Optional<RoutingHeaders> answered() {
        return to.map(receiver -> of(receiver, from));
    }

    /** These headers with a receiver. */
    public RoutingHeaders to(PartyId receiver) {
        return of(from, receiver);
    }

    /** The given headers with these four set; without receiver, the two {@code to} are removed. */
    public Headers writeTo(Headers headers) {
        Headers sender =
                headers.with(HeaderNames.FROM_COUNTRY_CODE, from.countryCode())
                        .with(HeaderNames.FROM_PARTY_ID, from.partyId())
                        .without(HeaderNames.TO_COUNTRY_CODE)
                        .without(HeaderNames.TO_PARTY_ID);
        return to.map(receiver ->
                        sender.with(HeaderNames.TO_COUNTRY_CODE, receiver.countryCode())
                                .with(HeaderNames.TO_PARTY_ID, receiver.partyId()))
                .orElse(sender);
    }
}
