package network.opencharging.cpo.plug.dialect;

import network.opencharging.bridge.unit.WattHours;
import network.opencharging.bridge.unit.Watts;

/** What a plug tells. */
public sealed interface PlugNews {

    /**
     * Whether it is there: by its last will, when it can no longer say so itself.
     *
     * @param there it is
     */
    record Presence(boolean there) implements PlugNews {}

    /**
     * Its relay.
     *
     * @param on it lets energy through
     */
    record Switched(boolean on) implements PlugNews {}

    /** What flows now. */
    record Power(Watts power) implements PlugNews {}

    /** What its counter shows; it starts again from nothing when the plug is reset. */
    record Register(WattHours register) implements PlugNews {}

    /**
     * Whether it will cut itself off; told by plugs that can say so, once they are on.
     *
     * @param running its own timer runs
     */
    record Timer(boolean running) implements PlugNews {}

    /** It will not do what it was told, in its own words. */
    record Refused(String why) implements PlugNews {}
}
