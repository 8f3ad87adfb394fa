package network.opencharging.adapter211.way;

import network.opencharging.adapter211.words.Saying;
import network.opencharging.node.plugin.AdaptedRequest;
import network.opencharging.node.plugin.PlatformRequest;
import network.opencharging.node.plugin.Translated;
import network.opencharging.node.plugin.VersionAdapter;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteKey;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Platforms of OCPI 2.1.1 at a node that speaks 2.2.1. */
public final class Adapter211 implements VersionAdapter {
    private static final int OBJECTS = 100_000;
    private static final String CALLBACK = "response_url";

    private final Owners owners = new Owners(OBJECTS);
    private final Receivers receivers;
    private final Dictionary dictionary;

    /**
     * An adapter with the operator's rules.
     *
     * @param partners to whom everything of a party goes that no address names
     * @param timeZone of locations that name none
     */
    public Adapter211(Map<PartyId, PartyId> partners, String timeZone) {
        this.receivers = new Receivers(partners, owners);
        this.dictionary = new Dictionary(timeZone);
    }

    @Override
    public String version() {
        return "2.1.1";
    }

    @Override
    public List<ModuleId> modules() {
        return Operations.MODULES;
    }

    @Override
    public Json.Obj credentials(Json.Obj ours) {
        return Credentials211.down(ours);
    }

    @Override
    public Json theirs(Json credentials, Function<PartyId, Set<Role>> roles) {
        return credentials instanceof Json.Obj object
                ? Credentials211.up(object, roles)
                : credentials;
    }

    @Override
    public String fault(String field, String problem) {
        return Credentials211.fault(field, problem);
    }

    @Override
    public Translated<AdaptedRequest> incoming(PlatformRequest request) {
        Optional<InterfaceRole> side = Operations.side(request);
        if (side.isEmpty()) {
            return unsayable(
                    "2.2.1 has no %s of this path in module %s: use what both versions have."
                            .formatted(request.method(), request.module()));
        }
        Optional<PartyId> to = receivers.of(request, side.get());
        if (to.isEmpty()) {
            return unsayable(
                    "The receiver cannot be found out: list the objects first, let the operator set a partner, or use an address /ocpi/2.1.1/at/{country}/{party}/%s/%s."
                            .formatted(
                                    side.get().name().toLowerCase(Locale.ROOT), request.module()));
        }
        RouteKey target =
                new RouteKey(request.module(), side.get(), request.method(), request.path());
        AdaptedRequest asked =
                new AdaptedRequest(request.caller(), to, target, request.query(), request.body());
        noteSession(asked);
        return said(
                asked, body -> dictionary.sent(asked).up(body, request.caller(), isWhole(asked)));
    }

    @Override
    public Body answered(AdaptedRequest request, Body envelope) {
        return Envelopes.read(envelope)
                .map(it ->
                        Envelopes.turned(
                                it,
                                object -> dictionary.answered(request, now(it)).down(object, true),
                                object -> note(request.from(), request.target(), object)))
                .map(Envelopes::older)
                .map(Body::of)
                .orElse(envelope);
    }

    @Override
    public Translated<AdaptedRequest> outgoing(
            AdaptedRequest request, PartyId receiver, UnaryOperator<String> address) {
        if (!Operations.isBoth(request.target())) {
            return unsayable(
                    "%s speaks 2.1.1, which has no %s of this path in module %s."
                            .formatted(
                                    receiver,
                                    request.target().method(),
                                    request.target().module()));
        }
        notePush(request, receiver);
        return said(
                request,
                body -> dictionary.sent(request).down(called(body, address), isWhole(request)));
    }

    @Override
    public Body answer(AdaptedRequest request, PartyId receiver, Body envelope) {
        return Envelopes.read(envelope)
                .map(it ->
                        Envelopes.turned(
                                it,
                                object ->
                                        dictionary
                                                .answered(request, now(it))
                                                .up(object, receiver, true),
                                _ -> {}))
                .map(Body::of)
                .orElse(envelope);
    }

    private static Translated<AdaptedRequest> said(
            AdaptedRequest request, Function<Json.Obj, Saying> words) {
        Optional<Json.Obj> body = Envelopes.read(request.body());
        if (body.isEmpty()) {
            return new Translated.Said<>(request);
        }
        return switch (words.apply(body.get())) {
            case Saying.Of(Json.Obj object) ->
                    new Translated.Said<>(request.with(request.query(), Body.of(object)));
            case Saying.Not(String why) ->
                    unsayable("The body cannot be said in the other version: " + why + ".");
        };
    }

    private static Translated<AdaptedRequest> unsayable(String sentence) {
        return new Translated.Unsayable<>(OcpiStatus.INVALID_PARAMETERS, sentence);
    }

    private static boolean isWhole(AdaptedRequest request) {
        return request.target().method() != HttpMethod.PATCH;
    }

    private static Json now(Json.Obj envelope) {
        return envelope.member("timestamp").orElse(Json.text("1970-01-01T00:00:00Z"));
    }

    private static Json.Obj called(Json.Obj body, UnaryOperator<String> address) {
        return body.textOf(CALLBACK)
                .map(url -> body.with(CALLBACK, address.apply(url)))
                .orElse(body);
    }

    /** A later PATCH of the session does not say for whom it is. */
    private void noteSession(AdaptedRequest asked) {
        RouteKey target = asked.target();
        if (target.module().equals(ModuleId.SESSIONS) && target.role() == InterfaceRole.RECEIVER) {
            asked.to()
                    .ifPresent(to ->
                            Operations.part(target.path(), 2)
                                    .ifPresent(id ->
                                            owners.note(asked.from(), target.module(), id, to)));
        }
    }

    private void notePush(AdaptedRequest request, PartyId receiver) {
        RouteKey target = request.target();
        if (target.role() == InterfaceRole.RECEIVER && target.method() != HttpMethod.POST) {
            Operations.owner(target.path())
                    .ifPresent(owner ->
                            Operations.part(target.path(), 2)
                                    .ifPresent(id ->
                                            owners.note(receiver, target.module(), id, owner)));
        }
    }

    private void note(PartyId told, RouteKey target, Json.Obj object) {
        String id = target.module().equals(ModuleId.TOKENS) ? "uid" : "id";
        PartyId.of(object.textOf("country_code").orElse(""), object.textOf("party_id").orElse(""))
                .ifPresent(owner ->
                        object.textOf(id)
                                .ifPresent(it -> owners.note(told, target.module(), it, owner)));
    }
}
