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
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a platform's versions and the details of the one to be spoken (OCPI 2.2.1 §6). */
final class VersionProbe {
    private static final int MOST_ENDPOINTS = 500;

    private final OcpiCall calls;

    VersionProbe(OcpiCall calls) {
        this.calls = calls;
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
     * @param wanted the version to take if it is offered; else the other one we speak
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
        for (OcpiVersion version : inOrder(wanted)) {
            for (Json.Obj entry : offered) {
                if (entry.textOf("version").filter(version.value()::equals).isPresent()) {
                    return switch (CredentialsReader.url(entry, "url")) {
                        case Good<URI>(URI url) -> details(versionsUrl, token, version, url);
                        case Bad<URI> bad ->
                                unusable(
                                        "GET %s: in version %s, %s."
                                                .formatted(versionsUrl, version, bad.sentence()));
                    };
                }
            }
        }
        List<String> names =
                offered.stream()
                        .map(entry -> entry.textOf("version").orElse("?"))
                        .map(name -> name.length() > 16 ? name.substring(0, 16) : name)
                        .limit(10)
                        .toList();
        return new Probed.Unusable(new HandshakeProblem.NoCommonVersion(names));
    }

    private static List<OcpiVersion> inOrder(OcpiVersion wanted) {
        return wanted.equals(OcpiVersion.V2_2)
                ? List.of(OcpiVersion.V2_2, OcpiVersion.V2_2_1)
                : List.of(OcpiVersion.V2_2_1, OcpiVersion.V2_2);
    }

    private Probed details(URI versionsUrl, OutboundToken token, OcpiVersion version, URI url) {
        Said said = calls.ask("GET", url, token, Optional.empty());
        if (!(said instanceof Said.Success(Json data))) {
            return unusable(said);
        }
        if (!(data instanceof Json.Obj object
                && object.member("endpoints").orElse(Json.Null.NULL) instanceof Json.Arr(var items)
                && items.size() <= MOST_ENDPOINTS)) {
            return unusable("GET " + url + " must have an object with endpoints in data.");
        }
        List<Endpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            switch (endpoint(items.get(i), "endpoints[" + i + "]")) {
                case Good<Endpoint>(Endpoint endpoint) -> endpoints.add(endpoint);
                case Bad<Endpoint> bad -> {
                    return unusable("GET %s: %s.".formatted(url, bad.sentence()));
                }
            }
        }
        if (endpoints.isEmpty()) {
            return new Probed.Unusable(new HandshakeProblem.EndpointsMissing("no endpoint at all"));
        }
        return new Probed.Usable(new Connection(versionsUrl, version, endpoints, token));
    }

    private static Checked<Endpoint> endpoint(Json item, String place) {
        if (!(item instanceof Json.Obj entry)) {
            return new Bad<>(place, "must be an object");
        }
        Optional<ModuleId> module = entry.textOf("identifier").flatMap(ModuleId::of);
        if (module.isEmpty()) {
            return new Bad<>(place + ".identifier", "must be the identifier of a module");
        }
        Optional<InterfaceRole> role = role(entry, module.get());
        if (role.isEmpty()) {
            return new Bad<>(place + ".role", "must be SENDER or RECEIVER");
        }
        return switch (CredentialsReader.url(entry, "url")) {
            case Good<URI>(URI url) -> new Good<>(new Endpoint(module.get(), role.get(), url));
            case Bad<URI> bad -> new Bad<>(place + "." + bad.field(), bad.problem());
        };
    }

    /** The role of the credentials module has no meaning (§6.2.2), so it may be left out. */
    private static Optional<InterfaceRole> role(Json.Obj entry, ModuleId module) {
        return switch (entry.textOf("role").orElse("")) {
            case "SENDER" -> Optional.of(InterfaceRole.SENDER);
            case "RECEIVER" -> Optional.of(InterfaceRole.RECEIVER);
            default ->
                    module.equals(ModuleId.CREDENTIALS)
                            ? Optional.of(InterfaceRole.SENDER)
                            : Optional.empty();
        };
    }

    private static Probed unusable(Said said) {
        return unusable(
                switch (said) {
                    case Said.Unauthorized(String sentence) -> sentence;
                    case Said.Useless(String sentence) -> sentence;
                    case Said.Success _ -> throw new IllegalArgumentException("data is usable");
                });
    }

    private static Probed unusable(String sentence) {
        return new Probed.Unusable(new HandshakeProblem.ApiUnusable(sentence));
    }
}
