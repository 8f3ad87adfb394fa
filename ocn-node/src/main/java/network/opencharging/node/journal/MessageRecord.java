package network.opencharging.node.journal;

import network.opencharging.node.message.Step;
import network.opencharging.protocol.message.MessageIds;
import network.opencharging.protocol.party.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message on its way through this node, without its content.
 *
 * @param id under which the log knows it
 * @param at when it ended
 * @param ids its ids as they came in
 * @param sender who sent it; empty when that was not proved
 * @param receiver for whom it was; empty when that was not understood, or for many
 * @param what module, side and method
 * @param fromNode whether another node sent it, not a platform
 * @param signed whether a party had signed it
 * @param repeated whether the platform had sent it before
 * @param ending how it ended
 * @param milliseconds how long it took
 * @param path the steps it made here, in order
 */
public record MessageRecord(
        String id,
        Instant at,
        MessageIds ids,
        Optional<PartyId> sender,
        Optional<PartyId> receiver,
        What what,
        boolean fromNode,
        boolean signed,
        boolean repeated,
        Ending ending,
        long milliseconds,
        List<Step> path) {
    /**
     * What was asked.
     *
     * @param module the module
     * @param role the side of it
     * @param method the HTTP method
     */
    public record What(String module, String role, String method) {}

    /**
     * How it ended.
     *
     * @param http the HTTP status that the sender got
     * @param ocpi the OCPI status that the sender got, where it was looked for
     * @param refusal why the node refused; empty when the receiver answered
     */
    public record Ending(int http, Optional<Integer> ocpi, Optional<String> refusal) {}
}
