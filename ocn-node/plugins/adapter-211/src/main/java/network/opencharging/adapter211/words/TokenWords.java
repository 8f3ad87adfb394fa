package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

/** Token (§12.3.2 of both). */
public final class TokenWords implements ObjectWords {
    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        Json.Obj fresh = Tables.TOKEN.up(old);
        return new Saying.Of(whole ? Owned.by(owner, fresh) : fresh);
    }

    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        return new Saying.Of(Tables.TOKEN.down(fresh));
    }
}
