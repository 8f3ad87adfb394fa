package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;

/** Hears of charging profiles that were asked for or changed (OCPI 2.2.1 §14.4.2). */
public interface ChargingProfileListener {
    /**
     * An own request has ended.
     *
     * @param id what the own {@code response_url} had at its end
     * @param result how; with the profile when it was asked for
     */
    Verdict ended(Context context, String id, ActiveChargingProfileResult result);

    /** A Session follows another profile now. */
    Verdict changed(Context context, CiString session, ActiveChargingProfile profile);
}
