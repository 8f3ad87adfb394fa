package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.ClientInfo;

/** Hears which parties of the network can be reached (OCPI 2.2.1 §15). */
public interface ClientInfoListener {

    /** The state of a party has changed. */
    Verdict changed(Context context, ClientInfo info);
}
