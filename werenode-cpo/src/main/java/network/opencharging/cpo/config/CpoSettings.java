package network.opencharging.cpo.config;

import network.opencharging.cpo.ocpp.door.Admittance;
import network.opencharging.cpo.ocpp.station.Strictness;
import network.opencharging.cpo.plug.broker.BrokerAddress;
import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Everything that can be set; {@code cpo.yml} tells what it means.
 *
 * @param data where things are kept
 * @param stations how stations connect and are answered
 * @param sessions how sessions are run
 * @param admin the operator's API
 * @param mqtt plugs that connect
 * @param plugs all plugs, whether they connect or are called
 */
@ConfigurationProperties(prefix = "ocn.cpo", ignoreUnknownFields = false)
public record CpoSettings(
        Storage data, Stations stations, Sessions sessions, Admin admin, Mqtt mqtt, Plugs plugs) {
    /**
     * How sessions are run.
     *
     * @param party the operator's country code and party id, as {@code DE/ALC}
     * @param startPatience until a start that nothing came of is given up
     * @param stopPatience until a device that does not end is told again
     * @param tellEvery between two readings of which partners are told
     * @param compareEvery how often sessions are held against what devices keep
     */
    public record Sessions(
            String party,
            Duration startPatience,
            Duration stopPatience,
            Duration tellEvery,
            Duration compareEvery) {
        /**
         * Checks the party.
         *
         * @throws IllegalArgumentException naming the setting
         */
        public Sessions {
            if (PartyId.parse(party).isEmpty()) {
                throw new IllegalArgumentException(
                        "ocn.cpo.sessions.party must be a country code and a party id, as DE/ALC");
            }
        }

        /** The operator. */
        public PartyId operator() {
            return PartyId.parse(party).orElseThrow();
        }
    }

    /** Where things are kept. */
    public record Storage(Path folder, String url, String username, String password) {}

    /** How stations connect and are answered. */
    public record Stations(
            Admittance.Unknown unknown,
            Strictness strictness,
            Duration heartbeat,
            Duration retry,
            boolean unknownTokens,
            int handshakesPerSecond,
            Duration ping,
            Duration silence,
            Duration messagesKept) {}

    /**
     * Plugs that connect by MQTT.
     *
     * @param broker another broker, {@code tcp://host:1883}; empty: the embedded one
     * @param version in which it is spoken to
     */
    public record Mqtt(
            String broker,
            BrokerAddress.Version version,
            String user,
            String password,
            String host,
            int port) {}

    /**
     * All plugs.
     *
     * @param lease after which a plug cuts itself off unless it hears from the backend
     * @param patience how long one may take until it has switched
     * @param httpNetworks where those may be that are called, as {@code 192.168.7.0/24}; empty:
     *     nowhere
     * @param httpEvery how often each of them is asked
     */
    public record Plugs(
            Duration lease, Duration patience, String httpNetworks, Duration httpEvery) {
        private static final Duration SHORTEST = Duration.ofSeconds(10);

        /**
         * Checks the lease.
         *
         * @throws IllegalArgumentException naming the setting
         */
        public Plugs {
            if (lease.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "ocn.cpo.plugs.lease must be 10 seconds or more");
            }
        }
    }

    /** The operator's API. */
    public record Admin(String host, int port) {}
}
