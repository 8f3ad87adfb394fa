/**
 * The backoffice that is not Java: the bridge keeps its objects and those of its partners, and
 * tells it what happened through a webhook or an inbox.
 */
@NullMarked
package network.opencharging.bridge.webhook;

import org.jspecify.annotations.NullMarked;
