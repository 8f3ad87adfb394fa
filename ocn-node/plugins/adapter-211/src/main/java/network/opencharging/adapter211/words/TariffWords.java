package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.List;

/** Tariff (§11.3.1 of both). */
public final class TariffWords implements ObjectWords {
    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        Json.Obj fresh = Tables.TARIFF.up(old);
        return new Saying.Of(whole ? Owned.by(owner, fresh) : fresh);
    }

    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        Json.Obj old = Tables.TARIFF.down(fresh);
        boolean empty = old.member("elements").filter(Json.array(List.of())::equals).isPresent();
        return empty
                ? new Saying.Not("every element has a restriction that 2.1.1 cannot say")
                : new Saying.Of(old);
    }
}
