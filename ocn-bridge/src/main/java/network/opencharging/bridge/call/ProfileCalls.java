package network.opencharging.bridge.call;

import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Reading;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.ChargingPreferences;
import network.opencharging.bridge.model.v221.ChargingPreferencesResponse;
import network.opencharging.bridge.model.v221.ChargingProfileResponse;
import network.opencharging.bridge.model.v221.SetChargingProfile;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.route.HttpMethod;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Calls about charging profiles and preferences of a partner's Session (OCPI 2.2.1 §14.4.1 and
 * §9.2.1.2). How a request about a profile ends is told later at its response URL.
 */
public final class ProfileCalls {
    private final Wire wire;

    ProfileCalls(Wire wire) {
        this.wire = wire;
    }

    /** The Session is to follow this profile. */
    public Answered<ChargingProfileResponse> follow(
            Exchange exchange, String session, SetChargingProfile wanted) {
        Json.Obj json = wanted.json();
        List<Finding> wrong = faults(SetChargingProfile.SHAPE, json);
        return wrong.isEmpty()
                ? asked(exchange, HttpMethod.PUT, escaped(session), Optional.of(json))
                : new Answered.Invalid<>(wrong);
    }

    /** The Session is to follow no profile any more. */
    public Answered<ChargingProfileResponse> clear(
            Exchange exchange, String session, URI responseUrl) {
        String path = escaped(session) + "?response_url=" + escaped(responseUrl.toString());
        return asked(exchange, HttpMethod.DELETE, path, Optional.empty());
    }

    /** The profile that the Session follows is to be told, for so long from now. */
    public Answered<ChargingProfileResponse> tell(
            Exchange exchange, String session, Duration duration, URI responseUrl) {
        String path =
                "%s?duration=%d&response_url=%s"
                        .formatted(
                                escaped(session),
                                duration.toSeconds(),
                                escaped(responseUrl.toString()));
        return asked(exchange, HttpMethod.GET, path, Optional.empty());
    }

    /** What a driver prefers for the Session. */
    public Answered<ChargingPreferencesResponse> prefer(
            Exchange exchange, String session, ChargingPreferences preferences) {
        Json.Obj json = preferences.json();
        List<Finding> wrong = faults(ChargingPreferences.SHAPE, json);
        if (!wrong.isEmpty()) {
            return new Answered.Invalid<>(wrong);
        }
        Answered<Optional<Json>> answered =
                sent(
                        exchange,
                        ModuleId.SESSIONS,
                        InterfaceRole.SENDER,
                        HttpMethod.PUT,
                        escaped(session) + "/charging_preferences",
                        Optional.of(json));
        if (!(answered instanceof Answered.Success<Optional<Json>>(var data, var headers))) {
            return answered.failed();
        }
        return data.flatMap(Json::asText)
                .<Answered<ChargingPreferencesResponse>>map(word ->
                        new Answered.Success<>(new ChargingPreferencesResponse(word), headers))
                .orElseGet(() ->
                        new Answered.NotOcpi<>(200, "data is no ChargingPreferencesResponse"));
    }

    private static List<Finding> faults(Shape<?> shape, Json.Obj json) {
        return shape.check(json).stream().filter(Finding::forbidsSending).toList();
    }

    private Answered<ChargingProfileResponse> asked(
            Exchange exchange, HttpMethod method, String path, Optional<Json> body) {
        return object(
                ChargingProfileResponse.SHAPE,
                sent(
                        exchange,
                        ModuleId.CHARGING_PROFILES,
                        InterfaceRole.RECEIVER,
                        method,
                        path,
                        body));
    }

    private Answered<Optional<Json>> sent(
            Exchange exchange,
            ModuleId module,
            InterfaceRole side,
            HttpMethod method,
            String path,
            Optional<Json> body) {
        return wire.connection()
                .endpoint(module, side)
                .map(url ->
                        wire.send(
                                exchange,
                                Wire.Message.of(method, URI.create(url + "/" + path), body)))
                .orElseGet(() -> new Answered.NotOffered<>(module, side));
    }

    static <T extends OcpiObject> Answered<T> object(
            Shape<T> shape, Answered<Optional<Json>> answered) {
        if (!(answered instanceof Answered.Success<Optional<Json>>(var data, var headers))) {
            return answered.failed();
        }
        return switch (shape.read(data.orElse(Json.Null.NULL))) {
            case Reading.Read<T>(T object, var _) -> new Answered.Success<>(object, headers);
            case Reading.Unreadable<T>(var findings) ->
                    new Answered.NotOcpi<>(200, "data is no " + shape.name() + ": " + findings);
        };
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
