package network.opencharging.node.handshake;

import network.opencharging.node.handshake.Checked.Bad;
import network.opencharging.node.handshake.Checked.Good;
import network.opencharging.node.handshake.OcpiCall.Said;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.Endpoint;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a platform's versions and the details of the one to be spoken (OCPI 2.2.1 §6). */
final class VersionProbe {
    private static final Logger LOG = LoggerFactory.getLogger(VersionProbe.class);

    private static final int MOST_ENDPOINTS = 500;

    private final OcpiCall calls;
    private final HandshakeForms forms;

    VersionProbe(OcpiCall calls, HandshakeForms forms) {
        this.calls = calls;
        this.forms = forms;
    }

    /** What the platform offers. */
    sealed interface Probed {
        /** It can be talked to like this. */
        record Usable(Connection connection) implements Probed {}

        /** It cannot. */
        record Unusable(HandshakeProblem problem) implements Probed {}
    }

    /**
     * Reads versions and details.
     *
     * @param versionsUrl where it lists its versions
     * @param token what to show; where it is refused, it is tried once written the other way
     * @param wanted the version to take if it is offered; else the first that both speak. What else
     *     both speak is read too, so that each message finds an endpoint of its own version
     */
    Probed probe(URI versionsUrl, OutboundToken token, OcpiVersion wanted) {
        Said said = calls.ask("GET", versionsUrl, token, Optional.empty());
        if (said instanceof Said.Unauthorized) {
            OutboundToken other = token.as(otherThan(token.encoding()));
            Said second = calls.ask("GET", versionsUrl, other, Optional.empty());
            return second instanceof Said.Success(Json data)
                    ? versions(versionsUrl, other, wanted, data)
                    : unusable(said);
        }
        return said instanceof Said.Success(Json data)
                ? versions(versionsUrl, token, wanted, data)
                : unusable(said);
    }

    private static CredentialsToken.Encoding otherThan(CredentialsToken.Encoding encoding) {
        return switch (encoding) {
            case BASE64 -> CredentialsToken.Encoding.RAW;
            case RAW -> CredentialsToken.Encoding.BASE64;
        };
    }

    private Probed versions(URI versionsUrl, OutboundToken token, OcpiVersion wanted, Json data) {
        if (!(data instanceof Json.Arr(var items))) {
            return unusable("GET " + versionsUrl + " must have a list of versions in data.");
        }
        List<Json.Obj> offered =
                items.stream()
                        .filter(Json.Obj.class::isInstance)
                        .map(Json.Obj.class::cast)
                        .toList();
        List<HandshakeForm> common =
                forms.beginningWith(wanted).stream()
                        .filter(form -> entry(offered, form).isPresent())
                        .toList();
        if (common.isEmpty()) {
            return new Probed.Unusable(
                    new HandshakeProblem.NoCommonVersion(forms.toString(), names(offered)));
        }
        HandshakeForm agreed = common.getFirst();
        Connection nothing = new Connection(versionsUrl, agreed.version(), List.of(), token);
        Probed first = details(nothing, agreed, entry(offered, agreed).orElseThrow());
        return first instanceof Probed.Usable(Connection connection)
                ? new Probed.Usable(further(connection, common, offered))
                : first;
    }

    private static Optional<Json.Obj> entry(List<Json.Obj> offered, HandshakeForm form) {
        return offered.stream()
                .filter(entry ->
                        entry.textOf("version").filter(form.version().value()::equals).isPresent())
                .findFirst();
    }

    private static List<String> names(List<Json.Obj> offered) {
        return offered.stream()
                .map(entry -> entry.textOf("version").orElse("?"))
                .map(name -> name.length() > 16 ? name.substring(0, 16) : name)
                .limit(10)
                .toList();
    }

    /** The agreed version must be in order; of the others what is not is left out, loudly. */
    private Connection further(
            Connection agreed, List<HandshakeForm> common, List<Json.Obj> offered) {
        Connection connection = agreed;
        for (HandshakeForm form : common) {
            if (agreedIsTranslated(common) || connection.speaks(form.version())) {
                continue;
            }
            switch (details(connection, form, entry(offered, form).orElseThrow())) {
                case Probed.Usable(Connection more) -> connection = more;
                case Probed.Unusable(HandshakeProblem problem) ->
                        LOG.warn(
                                "a platform is not reached in version {}: {}",
                                form.version(),
                                problem.sentence());
            }
        }
        return connection;
    }

    /** Whoever is spoken to through an adapter is spoken to in that version only. */
    private static boolean agreedIsTranslated(List<HandshakeForm> common) {
        return common.getFirst().isTranslated();
    }

    /** The connection with the endpoints of one more version. */
    private Probed details(Connection before, HandshakeForm form, Json.Obj entry) {
        return switch (CredentialsReader.url(entry, "url")) {
            case Good<URI>(URI url) -> details(before, form, url);
            case Bad<URI> bad ->
                    unusable(
                            "GET %s: in version %s, %s."
                                    .formatted(
                                            before.versionsUrl(), form.version(), bad.sentence()));
        };
    }

    private Probed details(Connection before, HandshakeForm form, URI url) {
        Said said = calls.ask("GET", url, before.token(), Optional.empty());
        if (!(said instanceof Said.Success(Json data))) {
            return unusable(said);
        }
        if (!(data instanceof Json.Obj object
                && object.member("endpoints").orElse(Json.Null.NULL) instanceof Json.Arr(var items)
                && items.size() <= MOST_ENDPOINTS)) {
            return unusable("GET " + url + " must have an object with endpoints in data.");
        }
        if (items.isEmpty()) {
            return new Probed.Unusable(new HandshakeProblem.EndpointsMissing("no endpoint at all"));
        }
        List<Endpoint> endpoints = new ArrayList<>(before.endpoints());
        for (int i = 0; i < items.size(); i++) {
            switch (form.endpoints(items.get(i), "endpoints[" + i + "]")) {
                case Good<List<Endpoint>>(List<Endpoint> found) -> endpoints.addAll(found);
                case Bad<List<Endpoint>> bad -> {
                    return unusable("GET %s: %s.".formatted(url, bad.sentence()));
                }
            }
        }
        return new Probed.Usable(
                new Connection(before.versionsUrl(), before.version(), endpoints, before.token()));
    }

    private static Probed unusable(Said said) {
        return unusable(
                switch (said) {
                    case Said.Unauthorized(String sentence) -> sentence;
                    case Said.Silent(String sentence) -> sentence;
                    case Said.Useless(String sentence) -> sentence;
                    case Said.Success _ -> throw new IllegalArgumentException("data is usable");
                });
    }

    private static Probed unusable(String sentence) {
        return new Probed.Unusable(new HandshakeProblem.ApiUnusable(sentence));
    }
}
