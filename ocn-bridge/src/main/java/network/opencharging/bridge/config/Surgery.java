package network.opencharging.bridge.config;

import network.opencharging.bridge.call.Timely;
import network.opencharging.bridge.operate.Doctor.Examination;
import network.opencharging.bridge.operate.Examined;
import network.opencharging.bridge.register.OwnRole;
import network.opencharging.bridge.register.Problem;
import network.opencharging.registry.directory.Freshness;

import org.springframework.dao.DataAccessException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor looks at in this bridge.
 *
 * @param bridge is looked at
 * @param ground what it stands on
 * @param settings what was set
 * @param http asks the hub
 */
record Surgery(RunningBridge bridge, Ground ground, BridgeSettings settings, HttpClient http) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SKEW = Duration.ofSeconds(30);

    /** Everything, the hub included. */
    List<Examination> all(BackofficeSettings backoffice) {
        return List.of(
                this::configuration,
                this::store,
                this::registry,
                this::listing,
                this::hub,
                this::clock,
                this::handshake,
                () -> backoffice(backoffice));
    }

    /** What must be well for messages to pass, and can be seen without asking anybody. */
    List<Examination> vital() {
        return List.of(this::store, this::registry, this::connected);
    }

    private Examined configuration() {
        String name = "configuration";
        List<String> unsigned =
                settings.parties().list().stream()
                        .filter(party -> party.keyFile().isBlank())
                        .map(PartiesSettings.One::id)
                        .toList();
        if (!unsigned.isEmpty()) {
            return Examined.doubtful(
                    name,
                    "%s does not sign".formatted(String.join(", ", unsigned)),
                    "Partners may demand signatures: name a key in"
                            + " ocn.bridge.parties.list[…].key-file (OCN_BRIDGE_KEY_FILE).");
        }
        return settings.hub().ownParty().isEmpty()
                ? Examined.doubtful(
                        name,
                        "the hub's own party is not known",
                        "Nothing can be pushed to everybody: set ocn.bridge.hub.party"
                                + " (OCN_BRIDGE_HUB_PARTY).")
                : Examined.good(
                        name, "%d roles, all sign".formatted(settings.parties().list().size()));
    }

    private Examined store() {
        try {
            long waiting = ground.watch().depth().waiting();
            return Examined.good("store", "answers; %d in the outbox".formatted(waiting));
        } catch (DataAccessException e) {
            return Examined.bad(
                    "store",
                    String.valueOf(e.getMessage()),
                    "Nothing is taken while the database is away: start it, or look at"
                            + " ocn.bridge.data.url (OCN_BRIDGE_DB_URL).");
        }
    }

    private Examined registry() {
        Freshness fresh = ground.directory().freshness();
        if (!fresh.loaded()) {
            return Examined.doubtful(
                    "registry",
                    "%s: %s".formatted(fresh.source(), fresh.trouble().orElse("not read yet")),
                    "Signatures cannot be checked against it: set OCN_REGISTRY_CONTRACT and"
                            + " OCN_CHAIN_RPC, or OCN_REGISTRY_FILE.");
        }
        return fresh.trouble()
                .map(why ->
                        Examined.doubtful(
                                "registry",
                                "%s cannot be read now: %s".formatted(fresh.source(), why),
                                "What was read before is used; changes are not seen."))
                .orElseGet(() -> Examined.good("registry", fresh.source()));
    }

    private Examined listing() {
        List<OwnRole> roles =
                settings.parties().list().stream()
                        .map(one -> new OwnRole(one.party(), one.role(), one.name()))
                        .toList();
        if (settings.hub().versionsUrl().isBlank()) {
            return Examined.good("listing", "not looked at: the hub comes by itself");
        }
        if (!ground.directory().freshness().loaded()) {
            return Examined.good("listing", "not looked at: no registry was read");
        }
        return ground.listing()
                .problem(roles, URI.create(settings.hub().versionsUrl()))
                .map(Problem::sentence)
                .map(sentence ->
                        Examined.bad(
                                "listing",
                                sentence,
                                "Messages for a party go where the registry says: mend the entry"
                                        + " (./ocn party), then wait for the next block."))
                .orElseGet(() -> Examined.good("listing", "the registry leads to this hub"));
    }

    private Examined hub() {
        if (settings.hub().versionsUrl().isBlank()) {
            return Examined.good("hub", "not asked: it comes by itself");
        }
        try {
            int status = asked().statusCode();
            return status < 500
                    ? Examined.good("hub", settings.hub().versionsUrl() + " answers")
                    : Examined.bad(
                            "hub",
                            "%s answers with HTTP %d"
                                    .formatted(settings.hub().versionsUrl(), status),
                            "Ask its operator; this bridge tries again by itself.");
        } catch (IOException e) {
            return Examined.bad(
                    "hub",
                    "%s does not answer: %s".formatted(settings.hub().versionsUrl(), e),
                    "Look at OCN_BRIDGE_HUB_VERSIONS_URL, at firewalls, and at the hub.");
        }
    }

    /** Tokens of time are compared by partners: a clock that is wrong makes old what is new. */
    private Examined clock() {
        if (settings.hub().versionsUrl().isBlank()) {
            return Examined.good("clock", "not compared: there is no hub to ask");
        }
        try {
            Optional<Instant> theirs = asked().headers().firstValue("Date").flatMap(Surgery::time);
            if (theirs.isEmpty()) {
                return Examined.doubtful("clock", "the hub does not tell its time", "");
            }
            Duration apart = Duration.between(theirs.get(), ground.clock().instant()).abs();
            return apart.compareTo(SKEW) < 0
                    ? Examined.good("clock", "%d s from the hub's".formatted(apart.toSeconds()))
                    : Examined.bad(
                            "clock",
                            "%d s from the hub's".formatted(apart.toSeconds()),
                            "Partners take what is older for stale: let this machine's clock be"
                                    + " set by NTP.");
        } catch (IOException e) {
            return Examined.doubtful("clock", "the hub could not be asked: " + e, "");
        }
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            // Not a time: then it is not known.
            return Optional.empty();
        }
    }

    private HttpResponse<Void> asked() throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(settings.hub().versionsUrl()))
                        .timeout(PATIENCE)
                        .build();
        try {
            return Timely.send(http, request, HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Examined connected() {
        return bridge.connection().isPresent()
                ? Examined.good("handshake", "registered")
                : Examined.bad("handshake", "not registered with a hub", registering());
    }

    private Examined handshake() {
        if (bridge.connection().isEmpty()) {
            return connected();
        }
        return bridge.enrolment().isMember()
                ? Examined.good("handshake", "the hub knows this bridge by its token")
                : Examined.bad(
                        "handshake",
                        "the hub does not know this bridge by its token, or does not answer",
                        "If the hub answers (see above): ask its operator for a new token A, and"
                                + " give it to \"Register again\" on the operator's page, or to"
                                + " POST /admin/api/registration.");
    }

    private String registering() {
        return settings.hub().versionsUrl().isBlank()
                ? "Set OCN_BRIDGE_HUB_VERSIONS_URL and a token A, or invite the hub (operator's"
                        + " page, or POST /admin/api/registration/invitation) and give its operator"
                        + " what that answers."
                : "See the line \"not registered yet\" in the log: it says what is missing.";
    }

    private static Examined backoffice(BackofficeSettings backoffice) {
        if (backoffice.webhook().isBlank()) {
            return Examined.good("backoffice", "polls the inbox");
        }
        URI url = URI.create(backoffice.webhook());
        int standard = "https".equals(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            url.getHost(), url.getPort() < 0 ? standard : url.getPort()),
                    (int) PATIENCE.toMillis());
            return Examined.good("backoffice", backoffice.webhook() + " listens");
        } catch (IOException e) {
            return Examined.doubtful(
                    "backoffice",
                    "%s does not listen: %s".formatted(backoffice.webhook(), e.getMessage()),
                    "Events wait until it does: start it, or look at OCN_BRIDGE_WEBHOOK.");
        }
    }
}
