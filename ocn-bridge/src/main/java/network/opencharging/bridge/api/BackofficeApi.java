package network.opencharging.bridge.api;

import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.command.CommandBook;
import network.opencharging.bridge.complaint.ComplaintBook;
import network.opencharging.bridge.deliver.Depth;
import network.opencharging.bridge.deliver.Orders;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.deliver.OutboxWatch;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;
import network.opencharging.bridge.model.v221.CommandResult;
import network.opencharging.bridge.webhook.Event;
import network.opencharging.bridge.webhook.Kept;
import network.opencharging.bridge.webhook.Shelf;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everything a backoffice can say and ask; {@code openapi.json} has the same in words. */
public final class BackofficeApi {
    private static final int PAGE = 100;

    /** They look at parameters themselves; nothing else has any. */
    private static final Set<String> WITH_PARAMETERS = Set.of("own", "outbox", "complaints");

    private final Stores stores;
    private final OwnObjects objects;
    private final OwnCommands commands;
    private final OwnProfiles profiles;
    private final Supplier<Optional<HubCalls>> connection;
    private final Watched watched;
    private final Refusals refusals;

    /**
     * What is behind the API.
     *
     * @param shelf objects and events
     * @param outbox takes what is to be sent
     * @param watch what waits to be sent, and what somebody has to look at
     * @param book commands that wait for their result
     * @param orders asks partners for what own parties want of them
     */
    public record Stores(
            Shelf shelf, Outbox outbox, Watch watch, CommandBook book, Orders orders) {}

    /**
     * What an operator sees.
     *
     * @param outbox what waits to be sent
     * @param complaints what somebody has to look at
     */
    public record Watch(OutboxWatch outbox, ComplaintBook complaints) {}

    /**
     * Whose API it is.
     *
     * @param parties the own parties
     * @param hub the hub's own party, when there is one: what is sent to it reaches everybody
     */
    public record Owner(Set<PartyId> parties, Optional<PartyId> hub) {}

    /**
     * An API over these stores.
     *
     * @param connection calls over the present connection; empty while there is none
     * @param ids makes ids for commands
     */
    public BackofficeApi(
            Stores stores,
            Owner owner,
            Supplier<Optional<HubCalls>> connection,
            Supplier<String> ids,
            Clock clock) {
        this.stores = stores;
        this.objects =
                new OwnObjects(stores.shelf(), stores.outbox(), owner.parties(), owner.hub());
        this.refusals =
                new Refusals(
                        owner.parties(),
                        one -> stores.watch().complaints().note(one, clock.instant()));
        this.commands =
                new OwnCommands(
                        owner.parties(), stores.orders(), () -> connection.get().isPresent());
        this.profiles =
                new OwnProfiles(owner.parties(), stores.outbox(), stores.orders(), connection, ids);
        this.connection = connection;
        this.watched = new Watched(stores.watch(), clock);
    }

    ApiReply answer(ApiRequest request) {
        ApiReply reply = request.isTooLong() ? ApiReply.tooLong() : answered(request);
        refusals.note(request, reply);
        return reply;
    }

    private ApiReply answered(ApiRequest request) {
        if (request.path().isEmpty()) {
            return nothing();
        }
        Optional<ApiReply> wrong =
                WITH_PARAMETERS.contains(request.segment(0))
                        ? Optional.empty()
                        : Parameters.wrong(request, Map.of());
        return wrong.orElseGet(() -> routed(request));
    }

    private ApiReply routed(ApiRequest request) {
        return switch (request.segment(0)) {
            case "own" -> own(request);
            case "partners" -> request.is("GET", "partners", 5) ? partners(request) : nothing();
            case "inbox" -> inbox(request);
            case "commands" ->
                    request.is("POST", "commands", 3)
                            ? result(request, CommandResult.SHAPE)
                            : nothing();
            case "chargingprofiles" ->
                    request.is("POST", "chargingprofiles", 3)
                            ? result(request, ActiveChargingProfileResult.SHAPE)
                            : nothing();
            case "outbox", "complaints" -> watched.answer(request);
            case "status" -> request.is("GET", "status", 1) ? status() : nothing();
            default -> nothing();
        };
    }

    private ApiReply own(ApiRequest request) {
        if (request.path().size() != 5) {
            return nothing();
        }
        if (OwnProfiles.NAMES.contains(request.segment(3))) {
            return profiles.answer(request);
        }
        return request.segment(3).equals("commands")
                ? commands.answer(request)
                : objects.answer(request);
    }

    private ApiReply partners(ApiRequest request) {
        Optional<PartyId> owner = PartyId.of(request.segment(1), request.segment(2));
        Optional<ModuleId> module = ModuleId.of(request.segment(3));
        return owner.flatMap(party -> module.map(in -> place(in, party, request.segment(4))))
                .flatMap(stores.shelf()::find)
                .map(kept -> ApiReply.ok(kept.body()))
                .orElseGet(() -> ApiReply.wrong(404, "There is no such object."));
    }

    private static Kept.Place place(ModuleId module, PartyId owner, String id) {
        return new Kept.Place(Kept.Side.PARTNER, module, owner, id);
    }

    /** A polled inbox: what was read is there until it is deleted, event by event. */
    private ApiReply inbox(ApiRequest request) {
        if (request.is("GET", "inbox", 1)) {
            return ApiReply.ok(
                    Json.Obj.EMPTY.with(
                            "events",
                            Json.array(
                                    stores.shelf().events(PAGE).stream()
                                            .map(Event.Numbered::json)
                                            .toList())));
        }
        if (request.is("DELETE", "inbox", 2)) {
            if (!request.segment(1).matches("[0-9]{1,18}")) {
                return ApiReply.wrong(400, "The path must name an event by its seq, a number.");
            }
            stores.shelf().acknowledge(Long.parseLong(request.segment(1)));
            return ApiReply.accepted();
        }
        return nothing();
    }

    private <T extends OcpiObject> ApiReply result(ApiRequest request, Shape<T> shape) {
        if (!request.segment(2).equals("result")) {
            return nothing();
        }
        if (request.body().isEmpty()) {
            return ApiReply.unreadable(request);
        }
        Reading<T> reading = shape.read(request.body().get());
        return switch (reading) {
            case Reading.Unreadable<T>(var findings) -> ApiReply.invalid(findings);
            case Reading.Read<T>(T _, var findings) when reading.forbidsSending() ->
                    ApiReply.invalid(findings);
            case Reading.Read<T>(T result, var _) ->
                    stores.book().settle(request.segment(1), result)
                            ? ApiReply.accepted()
                            : ApiReply.wrong(
                                    410, "Nobody waits for this result any more, or it was told.");
        };
    }

    private ApiReply status() {
        Depth depth = stores.watch().outbox().depth();
        return ApiReply.ok(
                Json.Obj.EMPTY
                        .with("registered", Json.bool(connection.get().isPresent()))
                        .with(
                                "outbox",
                                Json.Obj.EMPTY
                                        .with("waiting", Json.number(depth.waiting()))
                                        .with("parked", Json.number(depth.parked()))
                                        .withOptional(
                                                "oldest",
                                                depth.oldest()
                                                        .map(Instant::toString)
                                                        .map(Json::text)))
                        .with("complaints", Json.number(stores.watch().complaints().count()))
                        .with("inbox", Json.number(stores.shelf().events(PAGE).size())));
    }

    static ApiReply nothing() {
        return ApiReply.wrong(404, "There is nothing here: see /api/openapi.json.");
    }
}
