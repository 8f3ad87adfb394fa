package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.Tariff;

/** Keeps the Tariffs of partners (OCPI 2.2.1 §11.2.2). */
public interface TariffsReceiver extends Receiver<Tariff> {

    /**
     * Forgets a Tariff that its owner does not use any more; one that is not known is forgotten.
     */
    Verdict remove(Context context, ObjectKey key);
}
