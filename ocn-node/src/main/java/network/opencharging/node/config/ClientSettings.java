package network.opencharging.node.config;

import network.opencharging.node.client.ClientLimits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.time.Duration;
import java.util.List;

/**
 * Requests that the node makes.
 *
 * @param allowPrivate private addresses, ranges and host names that may be called all the same
 * @param connect how long a connection may take to stand
 * @param maxAnswer how large an answer may be
 * @param callsPerHost how many calls to one host may be under way at once
 * @param tls name of the SSL bundle with which the node speaks TLS to others; empty means without a
 *     certificate of its own, believing those whom Java believes
 * @param publicAuthorities whether those are believed too when the bundle names authorities
 */
@ConfigurationProperties("ocn.client")
public record ClientSettings(
        @DefaultValue List<String> allowPrivate,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("16MB") DataSize maxAnswer,
        @DefaultValue("128") int callsPerHost,
        @DefaultValue("") String tls,
        @DefaultValue("true") boolean publicAuthorities) {
    /** Takes its own copy. */
    public ClientSettings {
        allowPrivate = List.copyOf(allowPrivate);
    }

    ClientLimits limits() {
        return new ClientLimits(connect, maxAnswer.toBytes(), callsPerHost);
    }
}
