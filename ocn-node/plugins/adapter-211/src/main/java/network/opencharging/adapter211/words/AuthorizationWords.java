package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

/**
 * AuthorizationInfo (§12.3.1 of both). 2.2.1 wants the token in it, of which 2.1.1 tells nothing.
 */
public final class AuthorizationWords implements ObjectWords {
    private static final Shape SHAPE =
            new Shape()
                    .nested("location", Tables.PLACE)
                    .onlyNew("token", "authorization_reference");

    private final String uid;
    private final String type;
    private final Json now;

    /**
     * The answer about one token.
     *
     * @param uid of the token asked about
     * @param type as it was asked
     * @param now when it was answered
     */
    public AuthorizationWords(String uid, String type, Json now) {
        this.uid = uid;
        this.type = type;
        this.now = now;
    }

    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        boolean allowed = old.textOf("allowed").filter("ALLOWED"::equals).isPresent();
        Json.Obj token =
                Json.Obj.EMPTY
                        .with("uid", uid)
                        .with("type", type)
                        .with("contract_id", Owned.NOT_AVAILABLE)
                        .with("issuer", Owned.NOT_AVAILABLE)
                        .with("valid", Json.bool(allowed))
                        .with("whitelist", "NEVER")
                        .with("last_updated", now);
        return new Saying.Of(SHAPE.up(old).with("token", Owned.by(owner, token)));
    }

    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        return new Saying.Of(SHAPE.down(fresh));
    }
}
