package network.opencharging.bridge.deliver;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Done;

/** Carries one parcel to the hub, once. */
public interface Post {

    /** What came of it. */
    Answered<Done> carry(Parcel parcel);
}
