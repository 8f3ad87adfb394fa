package network.opencharging.cpo.config;

import network.opencharging.cpo.ocpp.door.Admittance;
import network.opencharging.cpo.ocpp.station.Strictness;
import network.opencharging.cpo.plug.broker.BrokerAddress;
import network.opencharging.cpo.plug.http.Fence;
import network.opencharging.cpo.roaming.RoamingSettings;
import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything that can be set; {@code cpo.yml} tells what it means.
 *
 * @param data where things are kept
 * @param stations how stations connect and are answered
 * @param sessions how sessions are run
 * @param admin the operator's API
 * @param publicApi what everybody may know
 * @param mqtt plugs that connect
 * @param plugs all plugs, whether they connect or are called
 * @param roaming the way to partners
 */
@ConfigurationProperties(prefix = "ocn.cpo", ignoreUnknownFields = false)
public record CpoSettings(
        Storage data,
        Stations stations,
        Sessions sessions,
        Admin admin,
        PublicApi publicApi,
        Mqtt mqtt,
        Plugs plugs,
        RoamingSettings roaming) {
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

    /**
     * Where things are kept.
     *
     * @param processLease so long after its last sign of life a process is taken for dead by others
     */
    public record Storage(
            Path folder, String url, String username, String password, Duration processLease) {

        /**
         * Checks the lease.
         *
         * @throws IllegalArgumentException naming the setting
         */
        public Storage {
            atLeast(processLease, Duration.ofSeconds(2), "ocn.cpo.data.process-lease");
        }

        /** Other processes may be at work on it. */
        boolean isShared() {
            return url.startsWith("jdbc:postgresql:");
        }

        /** Never with its password. */
        @Override
        public String toString() {
            return url.isBlank() ? "the file database in " + folder.toAbsolutePath() : url;
        }
    }

    private static void atLeast(Duration set, Duration least, String name) {
        if (set.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "%s must be %s ms or more, not %s ms"
                            .formatted(name, least.toMillis(), set.toMillis()));
        }
    }

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
            Duration messagesKept) {

        /**
         * Checks the times.
         *
         * @throws IllegalArgumentException naming the setting
         */
        void check() {
            Duration second = Duration.ofSeconds(1);
            atLeast(heartbeat, second, "ocn.cpo.stations.heartbeat");
            atLeast(retry, second, "ocn.cpo.stations.retry");
            atLeast(ping, Duration.ofMillis(100), "ocn.cpo.stations.ping");
            atLeast(silence, ping, "ocn.cpo.stations.silence (not less than .ping)");
            atLeast(messagesKept, Duration.ofMinutes(1), "ocn.cpo.stations.messages-kept");
        }
    }

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
            int port) {

        /**
         * Checks the address.
         *
         * @throws IllegalArgumentException naming the setting
         */
        public Mqtt {
            if (!broker.isBlank()) {
                BrokerAddress _ = address(broker, user, password, version);
            }
        }

        private static BrokerAddress address(
                String broker, String user, String password, BrokerAddress.Version version) {
            return url(broker.strip())
                    .map(url -> new BrokerAddress(url, user, password, version))
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "ocn.cpo.mqtt.broker must be tcp://host:1883 or"
                                            + " ssl://host:8883, not "
                                            + broker));
        }

        private static Optional<URI> url(String text) {
            try {
                return Optional.of(new URI(text));
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }

        /** Where the other broker is. */
        BrokerAddress address() {
            return address(broker, user, password, version);
        }

        /** Never with its password. */
        @Override
        public String toString() {
            return broker.isBlank() ? host + ":" + port : broker;
        }
    }

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
        /**
         * Checks the times and the networks.
         *
         * @throws IllegalArgumentException naming the setting
         */
        public Plugs {
            atLeast(lease, Duration.ofSeconds(10), "ocn.cpo.plugs.lease");
            atLeast(patience, Duration.ofMillis(100), "ocn.cpo.plugs.patience");
            atLeast(httpEvery, Duration.ofMillis(100), "ocn.cpo.plugs.http-every");
            Fence _ = new Fence(httpNetworks);
        }
    }

    /**
     * What everybody may know of published locations, without saying who one is.
     *
     * @param port negative: nobody is told anything; 0: any
     */
    public record PublicApi(String host, int port) {
        boolean isWanted() {
            return port >= 0;
        }
    }

    /**
     * The operator's API.
     *
     * @param first who is written down at the start unless somebody of that name is
     * @param auditKept how long is known who did what
     * @param oidc another way in for people
     */
    public record Admin(String host, int port, First first, Duration auditKept, Oidc oidc) {
        /**
         * Checks the time.
         *
         * @throws IllegalArgumentException naming the setting
         */
        public Admin {
            atLeast(auditKept, Duration.ofDays(1), "ocn.cpo.admin.audit-kept");
        }

        /**
         * A provider of identities (OpenID Connect).
         *
         * @param issuer as it calls itself; empty: there is none
         * @param clientId how it knows this backend
         * @param clientSecretFile a file with the secret; empty: a public client
         * @param url where browsers reach the page, without a slash at the end
         * @param nameClaim the claim that names the person
         * @param groupClaim the claim that holds groups or roles
         * @param viewers the group of those who look
         * @param operators the group of those who act
         * @param admins the group of administrators
         * @param tenantClaim the claim that holds the tenant; empty: all are of the house
         */
        public record Oidc(
                String issuer,
                String clientId,
                String clientSecretFile,
                String url,
                String nameClaim,
                String groupClaim,
                String viewers,
                String operators,
                String admins,
                String tenantClaim) {
            boolean isWanted() {
                return !issuer.isBlank();
            }
        }

        /**
         * The first administrator.
         *
         * @param name empty: none
         * @param passwordFile a file with his password
         */
        public record First(String name, String passwordFile) {}
    }
}
