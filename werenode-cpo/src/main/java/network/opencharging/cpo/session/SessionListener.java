package network.opencharging.cpo.session;

/** Hears of every change once it is stored; what must not be lost is an effect instead. */
@FunctionalInterface
public interface SessionListener {
    /** A session is new, or changed. Must not wait. */
    void changed(ChargeSession after);
}
