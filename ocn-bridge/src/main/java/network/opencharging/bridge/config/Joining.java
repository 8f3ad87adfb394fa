package network.opencharging.bridge.config;

import network.opencharging.bridge.register.Enrolment;
import network.opencharging.bridge.register.Membership;
import network.opencharging.bridge.register.Problem;
import network.opencharging.protocol.message.CredentialsToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Joins the hub that the settings name, until it is done. */
final class Joining {
    private static final Logger LOG = LoggerFactory.getLogger(Joining.class);

    private final Membership membership;
    private final Enrolment enrolment;
    private final HubSettings settings;
    private volatile String told = "";

    Joining(Membership membership, Enrolment enrolment, HubSettings settings) {
        this.membership = membership;
        this.enrolment = enrolment;
        this.settings = settings;
    }

    /** Whether it is known how joining goes; nothing is to be known when no hub is named. */
    boolean hasTried() {
        return settings.versionsUrl().isBlank() || !told.isEmpty();
    }

    int round() {
        if (membership.connection().isPresent() || settings.versionsUrl().isBlank()) {
            return 0;
        }
        String text =
                settings.tokenFile().isBlank()
                        ? settings.token()
                        : Folder.text(Path.of(settings.tokenFile()));
        Optional<CredentialsToken> token = CredentialsToken.of(text);
        Optional<String> trouble =
                token.isEmpty()
                        ? Optional.of(
                                "ocn.bridge.hub.token-file must hold the token of the operator.")
                        : enrolment
                                .join(URI.create(settings.versionsUrl()), token.get())
                                .map(Problem::sentence);
        tell(trouble);
        return 0;
    }

    /** The same trouble is told once, not every few seconds. */
    private void tell(Optional<String> trouble) {
        String sentence =
                trouble.orElseGet(() -> "Registered with " + settings.versionsUrl() + ".");
        if (!sentence.equals(told)) {
            told = sentence;
            if (trouble.isPresent()) {
                LOG.warn("not registered yet: {}", sentence);
            } else {
                LOG.info("{}", sentence);
            }
        }
    }
}
