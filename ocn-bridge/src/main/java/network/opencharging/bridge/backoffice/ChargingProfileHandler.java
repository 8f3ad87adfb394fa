package network.opencharging.bridge.backoffice;

import network.opencharging.bridge.model.v221.ChargingProfileResponseType;

import java.time.Duration;

/**
 * Takes what partners want with charging profiles (OCPI 2.2.1 §14.4.1). It answers at once whether
 * it will try, and reports later, by the request's id, how it went; the bridge remembers the
 * request across a restart. OCPI knows no TIMEOUT here: when no report comes, the partner is told
 * REJECTED.
 */
public interface ChargingProfileHandler {
    /** Whether the backoffice will try. */
    Answer handle(Context context, ProfileRequest request);

    /** What a backoffice says to a request. */
    sealed interface Answer {
        /**
         * It will try.
         *
         * @param within how long a result may take
         */
        record Accepted(Duration within) implements Answer {}

        /**
         * It will not try.
         *
         * @param why NOT_SUPPORTED, REJECTED, TOO_OFTEN or UNKNOWN_SESSION
         */
        record Refused(ChargingProfileResponseType why) implements Answer {}
    }
}
