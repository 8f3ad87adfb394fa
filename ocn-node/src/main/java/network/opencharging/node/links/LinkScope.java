package network.opencharging.node.links;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

/**
 * For whom and for what a link was made. A link opens only in the very scope in which it was
 * sealed.
 *
 * @param kind what it stands for
 * @param module the module whose request it came from
 * @param requester the party that asked
 * @param server the party that was asked
 */
public record LinkScope(LinkKind kind, ModuleId module, PartyId requester, PartyId server) {}
