package network.opencharging.registry.consent;

import network.opencharging.protocol.party.PartyId;

import java.util.List;

/** Who lets which services have copies; always answers at once, from memory. */
public interface Consents {

    /** What this party has agreed to and not revoked. */
    List<Consent> of(PartyId user);

    /** Nobody lets anybody. */
    static Consents none() {
        return user -> List.of();
    }
}
