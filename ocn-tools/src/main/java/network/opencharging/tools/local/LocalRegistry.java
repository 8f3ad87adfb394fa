package network.opencharging.tools.local;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The registry of a local network. What is written is there when the method returns. */
public interface LocalRegistry extends AutoCloseable {

    /** Lists a node. */
    void listNode(LocalKey operator, URI url) throws IOException;

    /** Lists a party at an operator, and lets the operator admit it. */
    void listParty(LocalKey party, PartyId id, Role role, LocalKey operator) throws IOException;

    /** Where it is, in words for a person. */
    String words();

    /** The environment with which a node finds it. */
    Map<String, String> environment();

    @Override
    void close();
}
