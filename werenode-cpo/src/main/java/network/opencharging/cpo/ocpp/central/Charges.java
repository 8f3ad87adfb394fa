package network.opencharging.cpo.ocpp.central;

import network.opencharging.cpo.device.DeviceEvent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * For whom energy flows: asked with every value of a meter, so it is answered from memory. What a
 * transaction began as never changes, so that nothing here grows old.
 */
final class Charges {
    private static final int MOST = 20_000;

    private final TransactionBook book;
    private final Map<Key, DeviceEvent.Charge> known =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, DeviceEvent.Charge> eldest) {
                    return size() > MOST;
                }
            };

    Charges(TransactionBook book) {
        this.book = book;
    }

    private record Key(String station, String transaction) {}

    /** The charge of the transaction of that name. */
    Optional<DeviceEvent.Charge> find(String station, String transaction) {
        Key key = new Key(station, transaction);
        synchronized (known) {
            DeviceEvent.Charge charge = known.get(key);
            if (charge != null) {
                return Optional.of(charge);
            }
        }
        Optional<DeviceEvent.Charge> read = book.find(station, transaction).map(Charges::of);
        read.ifPresent(charge -> remember(key, charge));
        return read;
    }

    private void remember(Key key, DeviceEvent.Charge charge) {
        synchronized (known) {
            known.put(key, charge);
        }
    }

    static DeviceEvent.Charge of(Transaction transaction) {
        return new DeviceEvent.Charge(
                transaction.session(), transaction.name(), transaction.token());
    }
}
