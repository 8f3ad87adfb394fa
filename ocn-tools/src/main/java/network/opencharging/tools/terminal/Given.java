package network.opencharging.tools.terminal;

import network.opencharging.protocol.party.PartyId;

/** What was given with an option, or a sentence that says why it cannot be used. */
public final class Given {
    private Given() {}

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
}
