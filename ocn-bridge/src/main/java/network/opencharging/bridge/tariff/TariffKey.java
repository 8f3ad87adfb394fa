package network.opencharging.bridge.tariff;

import network.opencharging.protocol.party.PartyId;

/**
 * Names a tariff.
 *
 * @param owner the operator
 * @param id at most 36 printable ASCII characters, unique for the owner without regard to case
 */
public record TariffKey(PartyId owner, String id) {

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException when it has the wrong form
     */
    public TariffKey {
        boolean printable = id.chars().allMatch(letter -> letter >= 0x20 && letter < 0x7f);
        if (id.isEmpty() || id.length() > 36 || !printable) {
            throw new IllegalArgumentException("id must be 1 to 36 printable ASCII characters");
        }
    }
}
