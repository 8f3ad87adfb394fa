package network.opencharging.tools.mock.module;

import network.opencharging.protocol.party.PartyId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;

/** What a CPO tells the one who asked, once the work is done. */
public interface Aftermath {

    /** Tells how a command or a charging profile ended, at the address that was given. */
    void result(PartyId asker, URI responseUrl, JsonNode result);

    /** Tells that a session has begun. */
    void started(PartyId asker, ObjectNode session);

    /** Tells that a session has ended, and what it costs. */
    void stopped(PartyId asker, String sessionId, ObjectNode patch);

    /** Tells the charging profile that is active now. */
    void profileChanged(PartyId asker, String sessionId, JsonNode activeProfile);
}
