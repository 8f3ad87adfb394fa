package network.opencharging.cpo.ocpp.central;

import java.time.Duration;

/**
 * How stations are answered.
 *
 * @param heartbeat between two signs of life; each station gets up to a tenth more or less, so that
 *     they do not come all at once
 * @param retry until a station that is not accepted may ask again
 */
public record CentralSettings(Duration heartbeat, Duration retry) {}
