package network.opencharging.protocol.party;

/**
 * A party in the spelling of whoever named it. Parties are compared without case, but what is
 * signed is the spelling.
 *
 * @param countryCode as it was written
 * @param partyId as it was written
 */
public record SpelledParty(String countryCode, String partyId) {

    /**
     * Keeps the spelling of a party.
     *
     * @throws IllegalArgumentException naming the part that has the wrong form
     */
    public SpelledParty {
        if (PartyId.of(countryCode, partyId).isEmpty()) {
            throw new IllegalArgumentException(
                    "country_code must be two letters, party_id three letters or digits");
        }
    }

    /** The party in the usual spelling. */
    public static SpelledParty of(PartyId party) {
        return new SpelledParty(party.countryCode(), party.partyId());
    }

    /** Which party it is. */
    public PartyId id() {
        return new PartyId(countryCode, partyId);
    }
}
