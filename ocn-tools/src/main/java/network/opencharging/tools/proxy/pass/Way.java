package network.opencharging.tools.proxy.pass;

import java.time.Clock;
import java.time.Duration;

/**
 * One direction of a proxy.
 *
 * @param target where it leads
 * @param rewriting what is changed on the way
 * @param patience how long an answer may take
 * @param tap is told what passes
 * @param clock the time
 */
public record Way(Target target, Rewriting rewriting, Duration patience, Tap tap, Clock clock) {}
