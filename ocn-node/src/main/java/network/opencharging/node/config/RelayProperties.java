package network.opencharging.node.config;

import network.opencharging.node.door.DoorLimits;
import network.opencharging.node.links.LinkLifetimes;
import network.opencharging.node.step.send.Deadlines;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How messages are passed on.
 *
 * @param signatures whether this node takes only messages that their parties signed
 * @param deadline how long the receiver may take for a command, an authorisation or one object
 * @param listDeadline how long it may take for a list
 * @param callbacks how many callbacks of old nodes are remembered
 * @param in limits of calls from others
 */
@ConfigurationProperties("ocn.node.relay")
public record RelayProperties(
        @DefaultValue("false") boolean signatures,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("60s") Duration listDeadline,
        @DefaultValue("100000") int callbacks,
        @DefaultValue In in) {

    /**
     * Calls from platforms and nodes.
     *
     * @param bodyBytes how large a body may be
     * @param headerCount how many headers may come
     * @param headerBytes how long they may be together
     */
    public record In(
            @DefaultValue("4194304") int bodyBytes,
            @DefaultValue("100") int headerCount,
            @DefaultValue("65536") int headerBytes) {
        DoorLimits limits() {
            return new DoorLimits(
                    bodyBytes, headerCount, headerBytes, DoorLimits.STANDARD.drainBytes());
        }
    }

    Deadlines deadlines() {
        return new Deadlines(deadline, listDeadline);
    }

    LinkLifetimes links() {
        return LinkLifetimes.STANDARD;
    }
}
