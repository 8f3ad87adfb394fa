package network.opencharging.tools.mock;

import network.opencharging.tools.mock.fault.Switchboard;
import network.opencharging.tools.ocpi.Identity;

import java.util.List;

/** A mock of any kind, as those see it who look at it and poke it. */
public interface Mock extends Looked, AutoCloseable {
    /** Lets somebody register with this token A. */
    void invite(String tokenA);

    /** The parties that are registered here. */
    List<Identity> connected();

    @Override
    default List<String> connections() {
        return connected().stream()
                .map(role -> "%s %s (%s)".formatted(role.role(), role.party(), role.name()))
                .toList();
    }

    /** What it does wrong, which may be changed at any time. */
    Switchboard faults();

    @Override
    void close();
}
