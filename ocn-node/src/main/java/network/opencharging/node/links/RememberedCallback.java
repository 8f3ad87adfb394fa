package network.opencharging.node.links;

import java.time.Instant;

/**
 * What another node said stands behind an id it gave out: needed by nodes that keep no sealed links
 * and want the address back with the callback.
 *
 * @param scope whose callback it is
 * @param uid the id ({@code proxy_uid})
 * @param resource the address ({@code proxy_resource})
 * @param until when it may be forgotten
 */
public record RememberedCallback(LinkScope scope, String uid, String resource, Instant until) {}
