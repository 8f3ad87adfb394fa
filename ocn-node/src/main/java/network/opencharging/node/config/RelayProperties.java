package network.opencharging.node.config;

import network.opencharging.node.door.DoorLimits;
import network.opencharging.node.door.EntranceLimits;
import network.opencharging.node.links.LinkLifetimes;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.platform.Versions;
import network.opencharging.node.step.send.Deadlines;
import network.opencharging.protocol.key.Address;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How messages are passed on.
 *
 * @param signatures whether this node takes only messages that their parties signed
 * @param deadline how long the receiver may take for a command, an authorisation or one object
 * @param listDeadline how long it may take for a list
 * @param questions how many parties are asked at the same time about tokens whose issuer nobody
 *     named
 * @param callbacks how many callbacks of old nodes are remembered
 * @param in limits of calls from others
 * @param versions the versions of OCPI that are offered and passed on, the preferred one first
 * @param peers what single nodes read (P1, P2, P3), by the addresses of their operators
 */
@ConfigurationProperties("ocn.node.relay")
public record RelayProperties(
        @DefaultValue("false") boolean signatures,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("60s") Duration listDeadline,
        @DefaultValue("256") int questions,
        @DefaultValue("100000") int callbacks,
        @DefaultValue In in,
        @DefaultValue({"2.3.0", "2.2.1", "2.2"}) List<String> versions,
        @DefaultValue Map<String, PeerProfile> peers) {

    /**
     * Calls from platforms and nodes.
     *
     * @param bodyBytes how large a body may be
     * @param headerCount how many headers may come
     * @param headerBytes how long they may be together
     * @param connections how many may be open at the same time
     * @param messages how many may be under way at the same time
     * @param patience how long a connection may stand idle
     */
    public record In(
            @DefaultValue("4194304") int bodyBytes,
            @DefaultValue("100") int headerCount,
            @DefaultValue("65536") int headerBytes,
            @DefaultValue("8192") int connections,
            @DefaultValue("2048") int messages,
            @DefaultValue("20s") Duration patience) {
        /** Of all bodies together a quarter of the heap. */
        EntranceLimits entrance() {
            return new EntranceLimits(
                    limits(),
                    connections,
                    messages,
                    Math.max(bodyBytes, Runtime.getRuntime().maxMemory() / 4),
                    patience);
        }

        DoorLimits limits() {
            return new DoorLimits(
                    bodyBytes, headerCount, headerBytes, DoorLimits.STANDARD.drainBytes());
        }
    }

    Versions spoken() {
        return Versions.of(versions);
    }

    Deadlines deadlines() {
        return new Deadlines(deadline, listDeadline);
    }

    Map<Address, PeerProfile> profiles() {
        return peers.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                entry -> address(entry.getKey()), Map.Entry::getValue));
    }

    private static Address address(String text) {
        return Address.parse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "ocn.node.relay.peers." + text + " must be named by an address"));
    }

    LinkLifetimes links() {
        return LinkLifetimes.STANDARD;
    }
}
