package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;

import java.util.Optional;

/** Objects that are turned by a table alone. */
public final class PartWords implements ObjectWords {
    /** EVSE (§8.3.2 of both). */
    public static final PartWords EVSE = new PartWords(Tables.EVSE_UP, Tables.EVSE_DOWN);

    /** Connector (§8.3.3 of both). */
    public static final PartWords CONNECTOR =
            new PartWords(Tables.CONNECTOR_UP, Tables.CONNECTOR_DOWN);

    /** LocationReferences (§12.3.3 of 2.1.1). */
    public static final PartWords PLACE = new PartWords(Tables.PLACE.up(), Tables.PLACE.down());

    private final Turn up;
    private final Turn down;

    private PartWords(Turn up, Turn down) {
        this.up = up;
        this.down = down;
    }

    @Override
    public Saying up(Json.Obj old, PartyId owner, boolean whole) {
        return saying(up.turn(old));
    }

    @Override
    public Saying down(Json.Obj fresh, boolean whole) {
        return saying(down.turn(fresh));
    }

    private static Saying saying(Optional<Json> turned) {
        return turned.<Saying>map(value -> new Saying.Of((Json.Obj) value))
                .orElseGet(() -> new Saying.Not("2.1.1 has no name for its connectors"));
    }
}
