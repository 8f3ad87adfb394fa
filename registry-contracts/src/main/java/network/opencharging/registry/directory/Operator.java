package network.opencharging.registry.directory;

import network.opencharging.protocol.key.Address;

import java.net.URI;

/**
 * Who operates a node.
 *
 * @param address the account that signs for the node
 * @param url where the node is reached, without trailing slash, as the registry holds it
 */
public record Operator(Address address, URI url) {}
