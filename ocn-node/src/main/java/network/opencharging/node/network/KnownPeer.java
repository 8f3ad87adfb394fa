package network.opencharging.node.network;

import network.opencharging.registry.directory.Operator;

import java.time.Instant;

/**
 * What was found out about another node.
 *
 * @param operator who runs it, and where it was when it was asked
 * @param profile what it reads
 * @param at when it was asked
 */
public record KnownPeer(Operator operator, PeerProfile profile, Instant at) {}
