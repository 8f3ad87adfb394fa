package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.v221.ChargingPreferences;
import network.opencharging.bridge.model.v221.ChargingPreferencesResponse;

import java.util.Optional;

/** Takes what drivers prefer for a Session (OCPI 2.2.1 §9.2.1.2). */
public interface ChargingPreferencesHandler {
    /** Whether the preferences can be followed; empty when there is no such Session. */
    Optional<ChargingPreferencesResponse> prefer(
            Context context, CiString session, ChargingPreferences preferences);
}
