package network.opencharging.bridge.register;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Connection;
import network.opencharging.bridge.call.Introduction;
import network.opencharging.bridge.call.Introduction.Shown;
import network.opencharging.bridge.register.HubProbe.Probed;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The sender's side of the credentials module: joins a hub, changes tokens, leaves. A token is
 * stored before it is given away, so that a bridge that dies in the middle opens to the hub after
 * its restart.
 */
public final class Enrolment {
    private final Membership membership;
    private final Self self;
    private final Listing listing;
    private final Introduction introduction;
    private final HubProbe probe;
    private final Supplier<CredentialsToken> tokens;

    /**
     * Enrolments of this bridge.
     *
     * @param tokens makes tokens that nobody can guess
     */
    public Enrolment(
            Membership membership,
            Self self,
            Listing listing,
            Introduction introduction,
            Supplier<CredentialsToken> tokens) {
        this.membership = membership;
        this.self = self;
        this.listing = listing;
        this.introduction = introduction;
        this.probe = new HubProbe(introduction, self.quirks());
        this.tokens = tokens;
    }

    /**
     * Joins a hub; what went wrong, or empty when it is done.
     *
     * @param versionsUrl where the hub lists its versions
     * @param tokenA what its operator gave us
     */
    public Optional<Problem> join(URI versionsUrl, CredentialsToken tokenA) {
        return listing.problem(self.roles(), versionsUrl)
                .or(() ->
                        exchanged(versionsUrl, probe.probe(versionsUrl, tokenA), HttpMethod.POST));
    }

    /** Exchanges both tokens for new ones, and reads the hub's endpoints again. */
    public Optional<Problem> rotate() {
        return membership
                .present()
                .hub()
                .map(hub ->
                        exchanged(
                                hub.versionsUrl(),
                                probe.probe(hub.versionsUrl(), hub.connection().token()),
                                HttpMethod.PUT))
                .orElseGet(() -> Optional.of(new Problem.NotRegistered()));
    }

    /** Leaves the hub: neither side can use its token any more. */
    public Optional<Problem> leave() {
        Optional<Registration.Hub> hub = membership.present().hub();
        Optional<URI> credentials =
                hub.flatMap(known -> credentials(known.connection())).flatMap(HubProbe::url);
        if (hub.isEmpty() || credentials.isEmpty()) {
            return Optional.of(new Problem.NotRegistered());
        }
        Answered<Optional<Json>> answered =
                introduction.ask(
                        HttpMethod.DELETE,
                        credentials.get(),
                        shown(hub.get().connection()),
                        Optional.empty());
        if (answered instanceof Answered.Success) {
            membership.become(Registration.none());
            return Optional.empty();
        }
        return Optional.of(new Problem.HubUnusable("The hub has not let go: " + answered.told()));
    }

    /** Forgets the hub without telling it; nobody can use the tokens at this side any more. */
    public void forget() {
        membership.become(Registration.none());
    }

    /** Whether the hub still knows this bridge by the token that it gave. */
    public boolean isMember() {
        Optional<Connection> connection = membership.connection();
        return connection
                .flatMap(Enrolment::credentials)
                .flatMap(HubProbe::url)
                .map(url ->
                        introduction.ask(
                                HttpMethod.GET, url, shown(connection.get()), Optional.empty()))
                .filter(Answered.Success.class::isInstance)
                .isPresent();
    }

    private Optional<Problem> exchanged(URI versionsUrl, Probed probed, HttpMethod method) {
        return switch (probed) {
            case Probed.Useless(String sentence) -> Optional.of(new Problem.HubUnusable(sentence));
            case Probed.Usable(Connection connection, URI credentials) ->
                    offered(versionsUrl, connection, credentials, method);
        };
    }

    private Optional<Problem> offered(
            URI versionsUrl, Connection connection, URI credentials, HttpMethod method) {
        CredentialsToken tokenB = tokens.get();
        membership.promise(tokenB);
        Answered<Optional<Json>> answered =
                introduction.ask(
                        method,
                        credentials,
                        shown(connection),
                        Optional.of(self.credentials(tokenB)));
        Optional<CredentialsToken> tokenC =
                answered instanceof Answered.Success<Optional<Json>>(var data, var _)
                        ? data.flatMap(json -> HubProbe.text(json, "token"))
                                .flatMap(CredentialsToken::of)
                        : Optional.empty();
        if (tokenC.isPresent()) {
            Connection agreed =
                    new Connection(tokenC.get(), connection.encoding(), connection.endpoints());
            membership.become(
                    new Registration(
                            List.of(tokenB),
                            Optional.of(new Registration.Hub(versionsUrl, agreed))));
            return Optional.empty();
        }
        // No answer may mean that the hub has agreed: then only the token stays open.
        if (!(answered instanceof Answered.Unreachable)) {
            membership.withdraw(tokenB);
        }
        return Optional.of(
                new Problem.HubUnusable(
                        "The hub has not agreed to the credentials: " + answered.told()));
    }

    private static Optional<String> credentials(Connection connection) {
        return connection
                .endpoint(ModuleId.CREDENTIALS, InterfaceRole.SENDER)
                .or(() -> connection.endpoint(ModuleId.CREDENTIALS, InterfaceRole.RECEIVER));
    }

    private static Shown shown(Connection connection) {
        return new Shown(connection.token(), connection.encoding());
    }
}
