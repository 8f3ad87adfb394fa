package network.opencharging.tools.mock;

import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.mock.fault.Switchboard;
import network.opencharging.tools.ocpi.Identity;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.SequencedMap;

/** A mock of any kind, as those see it who look at it and poke it. */
public interface Mock extends AutoCloseable {
    /** Who it is. */
    Identity identity();

    /** The address of its versions, which others must be given. */
    URI versions();

    /** Lets somebody register with this token A. */
    void invite(String tokenA);

    /** What it has sent and received. */
    ExchangeLog log();

    /** What it does wrong, which may be changed at any time. */
    Switchboard faults();

    /** The parties that are registered here. */
    List<Identity> connected();

    /** Its objects, by what they are: its own, and those that others have told it. */
    SequencedMap<String, List<ObjectNode>> objects();

    @Override
    void close();
}
