package network.opencharging.bridge.config;

import network.opencharging.bridge.operate.Registrar;
import network.opencharging.bridge.register.Enrolment;
import network.opencharging.bridge.register.FrontDesk;
import network.opencharging.bridge.register.Membership;
import network.opencharging.bridge.register.Problem;
import network.opencharging.protocol.message.CredentialsToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Joins the hub that the settings name, until it is done; joins again, changes tokens and leaves
 * when the operator says so. One of these at a time: two handshakes at once would undo each other.
 */
final class Joining implements Registrar {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final Membership membership;
    private final Enrolment enrolment;
    private final FrontDesk frontDesk;
    private final BridgeSettings settings;
    private volatile String told = "";
    private boolean left;

    Joining(
            Membership membership,
            Enrolment enrolment,
            FrontDesk frontDesk,
            BridgeSettings settings) {
        this.membership = membership;
        this.enrolment = enrolment;
        this.frontDesk = frontDesk;
        this.settings = settings;
    }

    /** Whether it is known how joining goes; nothing is to be known when no hub is named. */
    boolean hasTried() {
        return settings.hub().versionsUrl().isBlank() || !told.isEmpty();
    }

    synchronized int round() {
        if (!left && membership.connection().isEmpty() && !settings.hub().versionsUrl().isBlank()) {
            tell(joined(Optional.empty()));
        }
        return 0;
    }

    @Override
    public synchronized Optional<String> again(Optional<String> tokenA) {
        if (settings.hub().versionsUrl().isBlank()) {
            return Optional.of(
                    "The settings name no hub: set ocn.bridge.hub.versions-url"
                            + " (OCN_BRIDGE_HUB_VERSIONS_URL), or invite a hub that comes by"
                            + " itself.");
        }
        Optional<String> trouble = joined(tokenA);
        if (trouble.isEmpty()) {
            left = false;
        }
        tell(trouble);
        return trouble;
    }

    @Override
    public synchronized Optional<String> rotate() {
        return logged("tokens were changed", enrolment::rotate);
    }

    @Override
    public synchronized Optional<String> leave(boolean anyhow) {
        Optional<String> trouble = logged("left the hub", enrolment::leave);
        if (trouble.isPresent() && anyhow) {
            LOG.info("forgot the hub, which was not told: {}", trouble.get());
            enrolment.forget();
        }
        left = left || trouble.isEmpty() || anyhow;
        return anyhow ? Optional.empty() : trouble;
    }

    @Override
    public synchronized Invitation invite() {
        LOG.info("a token A was made for a hub that comes by itself");
        return new Invitation(
                settings.door().url() + "/ocpi/versions", frontDesk.invite().reveal());
    }

    private Optional<String> joined(Optional<String> given) {
        try {
            return joinedWith(given);
        } catch (UnusableSetting e) {
            // The file of the token: it may be there the next time.
            return Optional.of(e.getMessage() + ".");
        }
    }

    private Optional<String> joinedWith(Optional<String> given) {
        HubSettings hub = settings.hub();
        String text = given.orElseGet(hub::tokenNow);
        Optional<CredentialsToken> token = CredentialsToken.of(text);
        return token.isEmpty()
                ? Optional.of(
                        given.isPresent()
                                ? "This cannot be a token: it must be visible characters."
                                : "ocn.bridge.hub.token-file (OCN_BRIDGE_HUB_TOKEN_FILE) must name"
                                        + " a file with the token of the hub's operator, or"
                                        + " ocn.bridge.hub.invitation-file"
                                        + " (OCN_BRIDGE_HUB_INVITATION_FILE) his invitation.")
                : enrolment.join(URI.create(hub.versionsUrl()), token.get()).map(Problem::sentence);
    }

    private static Optional<String> logged(String good, Supplier<Optional<Problem>> work) {
        Optional<String> trouble = work.get().map(Problem::sentence);
        if (trouble.isEmpty()) {
            LOG.info("{}", good);
        }
        return trouble;
    }

    /** The same trouble is told once, not every few seconds. */
    private void tell(Optional<String> trouble) {
        String sentence =
                trouble.orElseGet(() -> "Registered with " + settings.hub().versionsUrl() + ".");
        if (!sentence.equals(told)) {
            told = sentence;
            if (trouble.isPresent() && membership.connection().isPresent()) {
                LOG.warn(
                        "not registered again; what was agreed before stays in force: {}",
                        sentence);
            } else if (trouble.isPresent()) {
                LOG.warn("not registered yet: {}", sentence);
            } else {
                LOG.info("{}", sentence);
            }
        }
    }
}
