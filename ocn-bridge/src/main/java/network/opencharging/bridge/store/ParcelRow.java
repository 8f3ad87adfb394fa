package network.opencharging.bridge.store;

import network.opencharging.bridge.deliver.Parcel;
import network.opencharging.bridge.deliver.Waiting;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.ModuleId;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A waiting parcel in a row of the outbox. */
final class ParcelRow {
    private ParcelRow() {}

    static Waiting read(ResultSet row) throws SQLException {
        Parcel parcel =
                new Parcel(
                        Parties.read(row, "from_party"),
                        Parties.read(row, "to_party"),
                        row.getString("correlation_id"),
                        new Parcel.Label(
                                new ModuleId(row.getString("module")), row.getString("object")),
                        new Parcel.Letter(
                                HttpMethod.valueOf(row.getString("method")),
                                row.getString("target"),
                                row.getString("body")),
                        Times.optional(row, "until_at"));
        return new Waiting(
                row.getLong("id"), row.getLong("revision"), row.getInt("attempts"), parcel);
    }
}
