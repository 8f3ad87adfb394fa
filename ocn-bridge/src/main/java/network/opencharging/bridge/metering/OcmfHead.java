package network.opencharging.bridge.metering;

import java.util.Optional;

/**
 * Who signed, and which page it is.
 *
 * @param pages T for transactions, F for fiscal readings
 * @param page counts up by one without gaps within its kind
 * @param gateway GS, the gateway's serial number
 * @param meter MS, the meter's serial number
 * @param user ID, who charged
 */
public record OcmfHead(
        char pages,
        long page,
        Optional<String> gateway,
        Optional<String> meter,
        Optional<String> user) {}
