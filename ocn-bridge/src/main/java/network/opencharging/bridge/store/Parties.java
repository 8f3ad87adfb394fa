package network.opencharging.bridge.store;

import network.opencharging.protocol.party.PartyId;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Parties in columns, as {@code NL/BOB}. */
final class Parties {
    private Parties() {}

    static PartyId read(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return PartyId.parse(text)
                .orElseThrow(() -> new IllegalStateException(column + " is no party: " + text));
    }
}
