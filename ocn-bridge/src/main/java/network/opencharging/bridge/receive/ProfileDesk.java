package network.opencharging.bridge.receive;

import network.opencharging.bridge.backoffice.ChargingProfileHandler;
import network.opencharging.bridge.backoffice.ProfileRequest;
import network.opencharging.bridge.backoffice.ProfileRequest.Wish;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.v221.ChargingProfileResponse;
import network.opencharging.bridge.model.v221.ChargingProfileResponseType;
import network.opencharging.bridge.model.v221.SetChargingProfile;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What partners want with charging profiles of own Sessions (OCPI 2.2.1 §14.4.1). */
record ProfileDesk(
        ChargingProfileHandler handler, Commands commands, Clock clock, Outgoing outgoing)
        implements Desk {
    @Override
    public boolean serves(Asked asked) {
        return asked.route().module().equals(ModuleId.CHARGING_PROFILES)
                && asked.route().role() == InterfaceRole.RECEIVER
                && asked.match().id("session_id").isPresent();
    }

    @Override
    public Outcome answer(Asked asked) {
        CiString session = asked.id("session_id").orElseThrow();
        if (asked.route().method() == HttpMethod.PUT) {
            return followed(asked, session);
        }
        Optional<String> url = asked.parameter("response_url");
        if (url.isEmpty()) {
            return new Outcome.Wrong("response_url is missing.");
        }
        if (asked.route().method() == HttpMethod.DELETE) {
            return wished(asked, session, url.get(), new Wish.Clear());
        }
        return asked.parameter("duration")
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(time -> wished(asked, session, url.get(), new Wish.Tell(time)))
                .orElseGet(() -> new Outcome.Wrong("duration must be a number of seconds."));
    }

    private Outcome followed(Asked asked, CiString session) {
        Optional<Json.Obj> body = asked.object();
        if (body.isEmpty()) {
            return new Outcome.NotJson();
        }
        return switch (SetChargingProfile.SHAPE.read(body.get())) {
            case Reading.Unreadable<SetChargingProfile>(var findings) ->
                    new Outcome.Unreadable(findings);
            case Reading.Read<SetChargingProfile>(SetChargingProfile wanted, var _) ->
                    wished(
                            asked,
                            session,
                            wanted.responseUrl(),
                            new Wish.Follow(wanted.chargingProfile()));
        };
    }

    private Outcome wished(Asked asked, CiString session, String url, Wish wish) {
        Optional<URI> responseUrl = commands.responseUrl(url);
        if (responseUrl.isEmpty()) {
            return new Outcome.Wrong("response_url must lead to the hub.");
        }
        ProfileRequest request = new ProfileRequest(commands.ids().get(), session, wish);
        commands.open(request.id(), asked, name(wish), responseUrl.get(), clock.instant());
        return switch (handler.handle(asked.context(), request)) {
            case ChargingProfileHandler.Answer.Accepted(Duration within) ->
                    said(
                            asked,
                            ChargingProfileResponseType.ACCEPTED,
                            commands.accepted(request.id(), within, clock.instant()));
            case ChargingProfileHandler.Answer.Refused(ChargingProfileResponseType why) -> {
                commands.book().forget(request.id());
                yield said(asked, why, Duration.ZERO);
            }
        };
    }

    private static String name(Wish wish) {
        return switch (wish) {
            case Wish.Follow(var _) -> "SET";
            case Wish.Clear() -> "CLEAR";
            case Wish.Tell(var _) -> "GET";
        };
    }

    private Outcome said(Asked asked, ChargingProfileResponseType type, Duration wait) {
        return outgoing.found(
                asked,
                ChargingProfileResponse.SHAPE,
                ChargingProfileResponse.builder().result(type).timeout(wait.toSeconds()).build());
    }
}
