package network.opencharging.cpo.plug.broker;

import network.opencharging.cpo.plug.dialect.PlugDialect;

import java.util.Optional;

/** Who may connect to the embedded broker. */
@FunctionalInterface
public interface Guests {

    /** The plug of that name, if this is its password. */
    Optional<PlugDialect> admit(String name, byte[] password);
}
