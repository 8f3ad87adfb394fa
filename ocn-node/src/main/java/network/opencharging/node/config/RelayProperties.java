package network.opencharging.node.config;

import network.opencharging.node.client.ClientLimits;
import network.opencharging.node.door.DoorLimits;
import network.opencharging.node.links.LinkLifetimes;
import network.opencharging.node.step.send.Deadlines;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * How messages are passed on.
 *
 * @param signatures whether this node takes only messages that their parties signed
 * @param deadline how long the receiver may take for a command, an authorisation or one object
 * @param listDeadline how long it may take for a list
 * @param callbacks how many callbacks of old nodes are remembered
 * @param out limits of calls to others
 * @param in limits of calls from others
 */
@ConfigurationProperties("ocn.node.relay")
public record RelayProperties(
        @DefaultValue("false") boolean signatures,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("60s") Duration listDeadline,
        @DefaultValue("100000") int callbacks,
        @DefaultValue Out out,
        @DefaultValue In in) {

    /**
     * Calls to platforms and nodes.
     *
     * @param allowedAddresses addresses, ranges and host names that may be called although they are
     *     not on the public internet
     * @param connectTimeout how long a connection may take to stand
     * @param answerBytes how large an answer may be
     * @param callsPerHost how many calls to one host may wait at once
     */
    public record Out(
            @DefaultValue List<String> allowedAddresses,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("16777216") long answerBytes,
            @DefaultValue("128") int callsPerHost) {
        ClientLimits limits() {
            return new ClientLimits(connectTimeout, answerBytes, callsPerHost);
        }
    }

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
            @DefaultValue("32768") int headerBytes) {
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
