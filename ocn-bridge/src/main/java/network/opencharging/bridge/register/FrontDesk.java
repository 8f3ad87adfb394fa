package network.opencharging.bridge.register;

import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.call.Introduction;
import network.opencharging.bridge.register.HubProbe.Probed;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.route.HttpMethod;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The receiver's side: answers versions, and the credentials that a hub brings by itself (OCPI
 * 2.2.1 §6 and §7).
 */
public final class FrontDesk {
    private final Membership membership;
    private final Self self;
    private final HubProbe probe;
    private final Supplier<CredentialsToken> tokens;

    /**
     * The desk of this bridge.
     *
     * @param tokens makes tokens that nobody can guess
     */
    public FrontDesk(
            Membership membership,
            Self self,
            Introduction introduction,
            Supplier<CredentialsToken> tokens) {
        this.membership = membership;
        this.self = self;
        this.probe = new HubProbe(introduction, self.quirks());
        this.tokens = tokens;
    }

    /** What the desk says. */
    public sealed interface Said {
        /** Here it is. */
        record Here(Json json) implements Said {}

        /** It is done. */
        record Done() implements Said {}

        /**
         * No.
         *
         * @param http the status of HTTP
         * @param status the status of OCPI
         * @param sentence for the people at the hub
         */
        record No(int http, OcpiStatus status, String sentence) implements Said {}
    }

    /** A token A for a hub that wants to come by itself; whatever was before stays in force. */
    public CredentialsToken invite() {
        CredentialsToken token = tokens.get();
        membership.promise(token);
        return token;
    }

    /** Whether a hub may come to this desk with that token. */
    public boolean accepts(CredentialsToken token) {
        return membership.accepts(token);
    }

    /** The versions of this bridge. */
    public Said versions() {
        return new Said.Here(self.versions());
    }

    /** The versions that are offered. */
    public List<String> offered() {
        return self.quirks().versions();
    }

    /** The details of a version that is offered. */
    public Said details(String version) {
        return new Said.Here(self.details(version));
    }

    /**
     * A request to the credentials module.
     *
     * @param shown the token that the hub has shown; it was found to be accepted
     */
    public Said credentials(HttpMethod method, CredentialsToken shown, Optional<Json> body) {
        boolean registered = membership.connection().isPresent();
        return switch (method) {
            case GET -> new Said.Here(self.credentials(shown));
            case POST -> registered && !isInvited(shown) ? taken() : agreed(body);
            case PUT -> registered ? agreed(body) : notYet();
            case DELETE -> registered ? left() : notYet();
            case PATCH -> new Said.No(405, OcpiStatus.CLIENT_ERROR, "There is no PATCH here.");
        };
    }

    /** The newest of two tokens is one that no handshake has confirmed yet. */
    private boolean isInvited(CredentialsToken shown) {
        List<CredentialsToken> accepted = membership.present().accepted();
        return accepted.size() > 1 && accepted.getFirst().equals(shown);
    }

    private Said agreed(Optional<Json> body) {
        Optional<CredentialsToken> theirs =
                body.flatMap(json -> HubProbe.text(json, "token")).flatMap(CredentialsToken::of);
        Optional<URI> url = body.flatMap(json -> HubProbe.text(json, "url")).flatMap(HubProbe::url);
        if (theirs.isEmpty() || url.isEmpty()) {
            return new Said.No(
                    400, OcpiStatus.INVALID_PARAMETERS, "token and url must be credentials.");
        }
        return switch (probe.probe(url.get(), theirs.get())) {
            case Probed.Useless(String sentence) ->
                    new Said.No(200, OcpiStatus.CLIENT_API_UNUSABLE, sentence);
            case Probed.Usable(Connection connection, URI _) -> {
                CredentialsToken fresh = tokens.get();
                membership.become(
                        new Registration(
                                List.of(fresh),
                                Optional.of(new Registration.Hub(url.get(), connection))));
                yield new Said.Here(self.credentials(fresh));
            }
        };
    }

    private Said left() {
        membership.become(Registration.none());
        return new Said.Done();
    }

    private static Said taken() {
        return new Said.No(
                405,
                OcpiStatus.CLIENT_ERROR,
                "This hub is registered: use PUT for new credentials.");
    }

    private static Said notYet() {
        return new Said.No(405, OcpiStatus.CLIENT_ERROR, "This hub is not registered: use POST.");
    }
}
