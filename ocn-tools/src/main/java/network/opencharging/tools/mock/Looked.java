package network.opencharging.tools.mock;

import network.opencharging.tools.exchange.ExchangeLog;
import network.opencharging.tools.ocpi.Identity;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.List;
import java.util.SequencedMap;

/** A party as those see it who look at it. */
public interface Looked {
    /** Who it is. */
    Identity identity();

    /** The address of its versions, which others must be given. */
    URI versions();

    /** What it has sent and received. */
    ExchangeLog log();

    /** To whom it is connected, in words; empty as long as it is to nobody. */
    List<String> connections();

    /** Its objects, by what they are: its own, and those that others have told it. */
    SequencedMap<String, List<ObjectNode>> objects();
}
