package network.opencharging.protocol.party;

import java.util.Locale;
import java.util.Optional;

/**
 * A party: country code (ISO 3166-1 alpha-2) and party id (ISO 15118), OCPI 2.2.1 types {@code
 * CiString(2)} and {@code CiString(3)}.
 *
 * <p>Both are compared without case, so they are kept in upper case; two spellings of one party are
 * one value.
 *
 * @param countryCode two letters, upper case
 * @param partyId three letters or digits, upper case
 */
public record PartyId(String countryCode, String partyId) implements Comparable<PartyId> {

    /**
     * Checks and folds both parts to upper case.
     *
     * @throws IllegalArgumentException naming the part that has the wrong form
     */
    public PartyId {
        countryCode = countryCode.toUpperCase(Locale.ROOT);
        partyId = partyId.toUpperCase(Locale.ROOT);
        if (!isCountryCode(countryCode)) {
            throw new IllegalArgumentException("country_code must be two letters");
        }
        if (!isPartyId(partyId)) {
            throw new IllegalArgumentException("party_id must be three letters or digits");
        }
    }

    /** The party with these parts, or empty when either has the wrong form. */
    public static Optional<PartyId> of(String countryCode, String partyId) {
        boolean wellFormed =
                isCountryCode(countryCode.toUpperCase(Locale.ROOT))
                        && isPartyId(partyId.toUpperCase(Locale.ROOT));
        return wellFormed ? Optional.of(new PartyId(countryCode, partyId)) : Optional.empty();
    }

    /**
     * Reads the form people write: {@code DE/ALC}, {@code DE-ALC}, {@code DE*ALC}, {@code DE ALC}
     * or {@code DEALC}.
     */
    public static Optional<PartyId> parse(String text) {
        String trimmed = text.strip();
        if (trimmed.length() == 5) {
            return of(trimmed.substring(0, 2), trimmed.substring(2));
        }
        if (trimmed.length() == 6 && "/-* ".indexOf(trimmed.charAt(2)) >= 0) {
            return of(trimmed.substring(0, 2), trimmed.substring(3));
        }
        return Optional.empty();
    }

    private static boolean isCountryCode(String text) {
        return text.length() == 2 && isLetter(text.charAt(0)) && isLetter(text.charAt(1));
    }

    private static boolean isPartyId(String text) {
        return text.length() == 3
                && isLetterOrDigit(text.charAt(0))
                && isLetterOrDigit(text.charAt(1))
                && isLetterOrDigit(text.charAt(2));
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    @Override
    public int compareTo(PartyId other) {
        int byCountry = countryCode.compareTo(other.countryCode);
        return byCountry != 0 ? byCountry : partyId.compareTo(other.partyId);
    }

    /** The form used in logs and messages: {@code DE/ALC}. */
    @Override
    public String toString() {
        return countryCode + "/" + partyId;
    }
}
