package network.opencharging.cpo.roaming;

import network.opencharging.bridge.backoffice.ChargingPreferencesHandler;
import network.opencharging.bridge.backoffice.ChargingProfileHandler;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ProfileRequest;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.v221.ActiveChargingProfileResult;
import network.opencharging.bridge.model.v221.ChargingPreferences;
import network.opencharging.bridge.model.v221.ChargingPreferencesResponse;
import network.opencharging.bridge.model.v221.ChargingProfile;
import network.opencharging.bridge.model.v221.ChargingProfileResponseType;
import network.opencharging.bridge.model.v221.ChargingProfileResult;
import network.opencharging.bridge.model.v221.ChargingProfileResultType;
import network.opencharging.bridge.model.v221.ClearProfileResult;
import network.opencharging.bridge.model.v221.ProfileType;
import network.opencharging.bridge.unit.Watts;
import network.opencharging.cpo.device.ChargePorts;
import network.opencharging.cpo.device.Outcome;
import network.opencharging.cpo.session.ChargeSession;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.unit.SessionId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What partners want with the power of their drivers' sessions (OCPI 2.2.1 §14). A profile is
 * followed step by step, by limits that the device is given; it is forgotten with the session, or
 * when the backend starts anew: then the device's last limit stands.
 */
final class Profiles implements ChargingProfileHandler, ChargingPreferencesHandler {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private final EvseManager manager;
    private final ChargePorts ports;
    private final Way way;
    private final Clock clock;
    private final Map<SessionId, Followed> followed = new ConcurrentHashMap<>();

    Profiles(EvseManager manager, ChargePorts ports, Way way, Clock clock) {
        this.manager = manager;
        this.ports = ports;
        this.way = way;
        this.clock = clock;
    }

    /**
     * A profile that a session follows.
     *
     * @param since where its periods begin
     * @param now the limit that the device was given
     */
    private record Followed(ChargingProfile profile, Instant since, Watts now) {}

    @Override
    public Answer handle(Context context, ProfileRequest request) {
        Optional<ChargeSession> session = session(context, request.session());
        if (session.isEmpty()) {
            return new Answer.Refused(ChargingProfileResponseType.UNKNOWN_SESSION);
        }
        if (!session.get().hasBegun() || !session.get().phase().occupies()) {
            return new Answer.Refused(ChargingProfileResponseType.REJECTED);
        }
        switch (request.wish()) {
            case ProfileRequest.Wish.Follow(ChargingProfile profile) ->
                    follow(request.id(), session.get(), profile);
            case ProfileRequest.Wish.Clear() -> clear(request.id(), session.get());
            case ProfileRequest.Wish.Tell(Duration duration) ->
                    way.settle(request.id(), active(session.get(), duration));
        }
        return new Answer.Accepted(WITHIN);
    }

    private Optional<ChargeSession> session(Context context, CiString id) {
        return id.text().isBlank() || id.text().length() > 36
                ? Optional.empty()
                : manager.find(new SessionId(id.text()))
                        .filter(one -> one.opening().driver().emsp().equals(context.from()));
    }

    private void follow(String request, ChargeSession session, ChargingProfile profile) {
        Instant now = clock.instant();
        Instant since = profile.startDateTime().orElse(now);
        Watts limit = Steps.at(profile, since, now, session.opening().place().connector());
        CompletableFuture<Void> _ =
                limit(session, limit)
                        .thenAccept(said -> {
                            boolean done = said instanceof Outcome.Done;
                            if (done) {
                                followed.put(session.id(), new Followed(profile, since, limit));
                            }
                            way.settle(
                                    request,
                                    ChargingProfileResult.builder().result(result(done)).build());
                        });
    }

    private void clear(String request, ChargeSession session) {
        boolean had = followed.remove(session.id()) != null;
        if (!had) {
            settleClear(request, ChargingProfileResultType.UNKNOWN);
            return;
        }
        CompletableFuture<Void> _ =
                limit(session, Steps.most(session.opening().place().connector()))
                        .thenAccept(
                                said -> settleClear(request, result(said instanceof Outcome.Done)));
    }

    private void settleClear(String request, ChargingProfileResultType result) {
        way.settle(request, ClearProfileResult.builder().result(result).build());
    }

    private static ChargingProfileResultType result(boolean done) {
        return done ? ChargingProfileResultType.ACCEPTED : ChargingProfileResultType.REJECTED;
    }

    private OcpiObject active(ChargeSession session, Duration duration) {
        Instant now = clock.instant();
        Followed own = followed.get(session.id());
        return ActiveChargingProfileResult.builder()
                .result(ChargingProfileResultType.ACCEPTED)
                .profile(
                        own == null
                                ? Steps.constant(
                                        session.opening().place().connector(), now, duration)
                                : Steps.active(own.profile(), own.since()))
                .build();
    }

    private CompletableFuture<Outcome> limit(ChargeSession session, Watts most) {
        return ports.find(session.opening().place().port())
                .map(port -> port.limit(most))
                .orElseGet(() -> CompletableFuture.completedFuture(new Outcome.Unreachable()));
    }

    /** Gives devices the limit of the step that has begun. */
    void round() {
        followed.forEach((id, own) -> {
            Optional<ChargeSession> session =
                    manager.find(id).filter(one -> one.phase().occupies());
            if (session.isEmpty()) {
                followed.remove(id);
            } else {
                next(session.get(), own);
            }
        });
    }

    private void next(ChargeSession session, Followed own) {
        Watts limit =
                Steps.at(
                        own.profile(),
                        own.since(),
                        clock.instant(),
                        session.opening().place().connector());
        if (!limit.equals(own.now())) {
            CompletableFuture<Void> _ =
                    limit(session, limit)
                            .thenAccept(said -> {
                                if (said instanceof Outcome.Done) {
                                    followed.replace(
                                            session.id(),
                                            own,
                                            new Followed(own.profile(), own.since(), limit));
                                }
                            });
        }
    }

    /** Every session gets what the device can: that is FAST, and nothing else is done. */
    @Override
    public Optional<ChargingPreferencesResponse> prefer(
            Context context, CiString session, ChargingPreferences preferences) {
        return session(context, session)
                .map(_ ->
                        preferences.profileType().equals(ProfileType.FAST)
                                ? ChargingPreferencesResponse.ACCEPTED
                                : ChargingPreferencesResponse.PROFILE_TYPE_NOT_SUPPORTED);
    }
}
