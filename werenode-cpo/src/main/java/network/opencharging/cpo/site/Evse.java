package network.opencharging.cpo.site;

import network.opencharging.cpo.device.PortId;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What charges one vehicle at a time (OCPI 2.2.1 §8.3.2).
 *
 * @param uid at most 36 characters, unique for its location, never given to another
 * @param evseId eMI3, at most 48 characters
 * @param port the device behind it; empty: it is planned, or shown only
 * @param plugIn who pays when a vehicle is plugged in and nobody asked; empty: nothing begins then
 * @param meter who signs its readings; empty: nobody
 * @param connectors at least one
 */
public record Evse(
        String uid,
        String evseId,
        Optional<PortId> port,
        Optional<String> plugIn,
        Optional<Meter> meter,
        List<Connector> connectors) {
    /**
     * Copies the connectors and checks the forms.
     *
     * @throws IllegalArgumentException naming the field
     */
    public Evse {
        Text.check("evse uid", uid, 36);
        Text.check("evseId", evseId, 48);
        plugIn.ifPresent(token -> Text.check("plugIn", token, 36));
        connectors = List.copyOf(connectors);
        if (connectors.isEmpty()) {
            throw new IllegalArgumentException("evse %s needs a connector".formatted(uid));
        }
        Set<String> seen = new HashSet<>();
        for (Connector connector : connectors) {
            if (!seen.add(connector.id())) {
                throw new IllegalArgumentException(
                        "evse %s has connector %s twice".formatted(uid, connector.id()));
            }
        }
    }

    /**
     * A meter that signs.
     *
     * @param serial its or its gateway's serial number, as its documents name it
     * @param key its public key, hex or Base64
     */
    public record Meter(String serial, String key) {
        /**
         * Checks the lengths.
         *
         * @throws IllegalArgumentException naming the field
         */
        public Meter {
            Text.check("meter serial", serial, 255);
            Text.check("meter key", key, 512);
        }
    }

    /** The connector of that id. */
    public Optional<Connector> connector(String id) {
        return connectors.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
