package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/** Session (§9.3.1 of both). */
public final class SessionWords implements ObjectWords {
    private final Optional<PartyId> provider;

    /**
     * Words with what is known beside.
     *
     * @param provider for whom it is, where the contract's id does not say it
     */
    public SessionWords(Optional<PartyId> provider) {
        this.provider = provider;
    }

    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        Json.Obj fresh = Driver.up(old, Tables.SESSION.up(old), provider);
        if (whole && fresh.member("cdr_token").isEmpty()) {
            return new Saying.Not(
                    "auth_id must be the id of a contract, which begins with country and provider");
        }
        Json.Obj placed =
                old.objectOf("location").map(place -> Places.ids(place, fresh)).orElse(fresh);
        return new Saying.Of(whole ? Owned.by(owner, placed) : placed);
    }

    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        Json.Obj old = Driver.down(fresh, Tables.SESSION.down(fresh));
        return new Saying.Of(whole ? old.with("location", Places.location(fresh)) : old);
    }
}
