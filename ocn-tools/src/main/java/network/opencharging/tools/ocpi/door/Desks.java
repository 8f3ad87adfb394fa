package network.opencharging.tools.ocpi.door;

import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.Interface;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;
import network.opencharging.tools.ocpi.register.Registration;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that a platform answers, found by path.
 *
 * @param layout where everything is
 * @param registration answers the credentials module
 * @param interfaces the functional modules
 */
public record Desks(Layout layout, Registration registration, List<Interface> interfaces) {
    private static final List<String> VERSIONS = List.of("ocpi", "versions");
    private static final List<String> DETAILS = List.of("ocpi", Layout.VERSION);
    private static final List<String> CREDENTIALS = List.of("ocpi", Layout.VERSION, "credentials");

    /** Copies the list. */
    public Desks {
        interfaces = List.copyOf(interfaces);
    }

    /** What a path belongs to, whether anything is there or not. */
    public enum Kind {
        /** Versions and credentials: open to the bearer of a token A. */
        REGISTRATION,
        /** HubClientInfo: a module without routing headers and signatures. */
        UNROUTED,
        /** A functional module. */
        FUNCTIONAL
    }

    /** What a request belongs to. */
    public Kind kind(Request request) {
        List<String> path = request.segments();
        boolean module =
                path.size() >= 4
                        && path.getFirst().equals("ocpi")
                        && path.get(2).equals(Layout.VERSION);
        if (!module) {
            return Kind.REGISTRATION;
        }
        boolean unrouted = path.get(3).equals(ModuleId.HUB_CLIENT_INFO.value());
        return unrouted ? Kind.UNROUTED : Kind.FUNCTIONAL;
    }

    /** The address that a request went to, without its query. */
    public URI address(Request request) {
        return URI.create(layout.base() + request.target().getRawPath());
    }

    /** Versions, version details and credentials. */
    public Outcome configuration(Request request) {
        List<String> path = request.segments();
        if (path.equals(CREDENTIALS)) {
            Optional<JsonNode> body = JsonText.parse(request.body());
            boolean garbage = !request.body().isEmpty() && body.isEmpty();
            return garbage ? notJson() : registration.answer(request.method(), body);
        }
        if (!path.equals(VERSIONS) && !path.equals(DETAILS)) {
            return Outcome.notFound("nothing is at " + request.path());
        }
        if (!request.method().equals("GET")) {
            return Outcome.notAllowed(request.method());
        }
        return new Outcome.Found(
                path.equals(VERSIONS) ? layout.versionList() : layout.versionDetails(interfaces));
    }

    /** A module, asked by a party, or by the hub itself. */
    Outcome module(Request request, Optional<PartyId> from) {
        List<String> path = request.segments();
        Optional<Interface> side =
                interfaces.stream()
                        .filter(offered ->
                                offered.role().name().toLowerCase(Locale.ROOT).equals(path.get(1)))
                        .filter(offered -> offered.module().value().equals(path.get(3)))
                        .findFirst();
        if (side.isEmpty()) {
            return Outcome.notFound("no such module here: " + path.get(3) + " " + path.get(1));
        }
        Optional<JsonNode> body = JsonText.parse(request.body());
        if (!request.body().isEmpty() && body.isEmpty()) {
            return notJson();
        }
        URI endpoint = layout.of(side.get().module(), side.get().role());
        OcpiRequest asked =
                new OcpiRequest(
                        request.method(),
                        endpoint,
                        path.subList(4, path.size()),
                        request.query(),
                        body,
                        from);
        return side.get().handler().apply(asked);
    }

    private static Outcome notJson() {
        return new Outcome.Refusal(400, OcpiStatus.INVALID_PARAMETERS, "the body is not JSON");
    }
}
