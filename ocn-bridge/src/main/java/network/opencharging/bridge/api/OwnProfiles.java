package network.opencharging.bridge.api;

import network.opencharging.bridge.call.Answered;
import network.opencharging.bridge.call.Exchange;
import network.opencharging.bridge.call.HubCalls;
import network.opencharging.bridge.call.ProfileCalls;
import network.opencharging.bridge.command.PendingCommand;
import network.opencharging.bridge.deliver.Orders;
import network.opencharging.bridge.deliver.Outbox;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.v221.ActiveChargingProfile;
import network.opencharging.bridge.model.v221.ChargingPreferences;
import network.opencharging.bridge.model.v221.ChargingProfileResponse;
import network.opencharging.bridge.model.v221.ChargingProfileResponseType;
import network.opencharging.bridge.model.v221.SetChargingProfile;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Charging profiles and preferences that own parties speak about: as who manages the charging of a
 * partner's Session, and as who runs the EVSE and tells which profile is followed.
 *
 * @param orders asks partners for something whose end comes later
 * @param connection calls over the present connection; empty while there is none
 */
record OwnProfiles(
        Set<PartyId> parties,
        Outbox outbox,
        Orders orders,
        Supplier<Optional<HubCalls>> connection,
        Supplier<String> ids) {
    static final Set<String> NAMES =
            Set.of("chargingprofiles", "charging_preferences", "active_charging_profiles");

    private static final Map<String, Parameters.Kind> PARAMETERS =
            Map.of("to", Parameters.Kind.PARTY, "duration", Parameters.Kind.NUMBER);
    private static final int STANDARD_DURATION = 3600;

    /** {@code /own/{country}/{party}/{what}/{session}}, with the partner in {@code to}. */
    ApiReply answer(ApiRequest request) {
        Set<String> verbs =
                request.segment(3).equals("chargingprofiles")
                        ? Set.of("GET", "PUT", "DELETE")
                        : Set.of("PUT");
        if (!verbs.contains(request.method())) {
            return ApiReply.wrong(405, "This is not answered here: see /api/openapi.json.");
        }
        Optional<PartyId> from =
                PartyId.of(request.segment(1), request.segment(2)).filter(parties::contains);
        Optional<PartyId> to = request.parameter("to").flatMap(PartyId::parse);
        Optional<ApiReply> wrong = Parameters.wrong(request, PARAMETERS);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (from.isEmpty() || to.isEmpty()) {
            return ApiReply.betweenWhom(from);
        }
        Exchange exchange = new Exchange(from.get(), to.get(), ids.get());
        if (request.segment(3).equals("active_charging_profiles")) {
            return pushed(request, exchange);
        }
        Optional<HubCalls> calls = connection.get();
        if (calls.isEmpty()) {
            return ApiReply.wrong(503, "This bridge is not registered with a hub.");
        }
        return request.segment(3).equals("charging_preferences")
                ? preferred(request, exchange, calls.get().profiles())
                : wished(request, exchange);
    }

    private ApiReply pushed(ApiRequest request, Exchange exchange) {
        if (request.body().isEmpty()) {
            return ApiReply.unreadable(request);
        }
        Reading<ActiveChargingProfile> reading =
                ActiveChargingProfile.SHAPE.read(request.body().get());
        return switch (reading) {
            case Reading.Unreadable<ActiveChargingProfile>(var findings) ->
                    ApiReply.invalid(findings);
            case Reading.Read<ActiveChargingProfile>(var _, var _) when reading.forbidsSending() ->
                    ApiReply.invalid(reading.findings());
            case Reading.Read<ActiveChargingProfile>(ActiveChargingProfile profile, var _) -> {
                outbox.profile(exchange.from(), exchange.to(), request.segment(4), profile);
                yield ApiReply.accepted(reading.findings());
            }
        };
    }

    private static ApiReply preferred(ApiRequest request, Exchange exchange, ProfileCalls calls) {
        if (request.body().isEmpty()) {
            return ApiReply.unreadable(request);
        }
        return switch (ChargingPreferences.SHAPE.read(request.body().get())) {
            case Reading.Unreadable<ChargingPreferences>(var findings) ->
                    ApiReply.invalid(findings);
            case Reading.Read<ChargingPreferences>(ChargingPreferences wanted, var _) ->
                    Answers.reply(
                            calls.prefer(exchange, request.segment(4), wanted),
                            said -> Json.Obj.EMPTY.with("response", said.value()));
        };
    }

    private ApiReply wished(ApiRequest request, Exchange exchange) {
        String session = request.segment(4);
        String seconds = request.parameter("duration").orElse(Integer.toString(STANDARD_DURATION));
        if (!seconds.matches("[0-9]{1,9}")) {
            return ApiReply.wrong(400, "duration must be a number of seconds.");
        }
        Duration duration = Duration.ofSeconds(Long.parseLong(seconds));
        return switch (request.method()) {
            case "PUT" ->
                    given(exchange, "SET", (calls, as, url) -> followed(request, calls, as, url));
            case "DELETE" ->
                    given(
                            exchange,
                            "CLEAR",
                            (calls, as, url) -> calls.profiles().clear(as, session, url));
            default ->
                    given(
                            exchange,
                            "GET",
                            (calls, as, url) -> calls.profiles().tell(as, session, duration, url));
        };
    }

    private ApiReply given(
            Exchange exchange, String wish, Orders.Asking<ChargingProfileResponse> asking) {
        return Answers.ordered(
                orders.give(
                        exchange.from(),
                        exchange.to(),
                        new PendingCommand.What(ModuleId.CHARGING_PROFILES, wish),
                        asking,
                        said ->
                                said.result().equals(ChargingProfileResponseType.ACCEPTED)
                                        ? Optional.of(Duration.ofSeconds(said.timeout()))
                                        : Optional.empty()),
                OcpiObject::json);
    }

    /** The body is the profile alone: the bridge knows where the result is to go. */
    private static Answered<ChargingProfileResponse> followed(
            ApiRequest request, HubCalls calls, Exchange exchange, URI responseUrl) {
        Json.Obj body =
                Json.Obj.EMPTY
                        .withOptional("charging_profile", request.body())
                        .with("response_url", responseUrl.toString());
        return switch (SetChargingProfile.SHAPE.read(body)) {
            case Reading.Unreadable<SetChargingProfile>(var findings) ->
                    new Answered.Invalid<>(findings);
            case Reading.Read<SetChargingProfile>(SetChargingProfile wanted, var _) ->
                    calls.profiles().follow(exchange, request.segment(4), wanted);
        };
    }
}
