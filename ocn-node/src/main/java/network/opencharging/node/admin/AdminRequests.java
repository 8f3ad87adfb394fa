package network.opencharging.node.admin;

import network.opencharging.node.access.People;
import network.opencharging.node.handshake.Checked;
import network.opencharging.node.handshake.Checked.Bad;
import network.opencharging.node.handshake.Checked.Good;
import network.opencharging.node.handshake.CredentialsReader;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the operator sends. */
final class AdminRequests {
    private static final JsonReader READER =
            new JsonReader(JsonLimits.standard().withBytes(1 << 20));
    private static final int MOST_DAYS = 365;

    private AdminRequests() {}

    /**
     * Somebody is to be invited.
     *
     * @param parties whom the token is for; empty means anybody whom the registry lists here
     * @param lifetime how long it may be used, where the operator says so
     */
    record Plan(Set<PartyId> parties, Optional<Duration> lifetime) {}

    /** We are to register with somebody. */
    record Approach(URI versionsUrl, CredentialsToken token) {}

    static Checked<Plan> plan(byte @Nullable [] body) {
        return object(body)
                .then(request ->
                        parties(request)
                                .then(parties ->
                                        lifetime(request)
                                                .then(lifetime ->
                                                        new Good<>(new Plan(parties, lifetime)))));
    }

    static Checked<Approach> approach(byte @Nullable [] body) {
        return object(body)
                .then(request ->
                        CredentialsReader.url(request, "versions_url")
                                .then(url ->
                                        CredentialsReader.token(request)
                                                .then(token ->
                                                        new Good<>(new Approach(url, token)))));
    }

    /** How long an invitation is to last, where the operator says so; nothing need be sent. */
    static Checked<Optional<Duration>> lifetime(byte @Nullable [] body) {
        return body == null || body.length == 0
                ? new Good<>(Optional.empty())
                : object(body).then(AdminRequests::lifetime);
    }

    /** A new password, at {@code password}. */
    static Checked<String> password(byte @Nullable [] body) {
        return object(body)
                .then(request -> {
                    String password = request.textOf("password").orElse("");
                    return People.objectionToPassword(password)
                            .<Checked<String>>map(problem -> new Bad<>("password", problem))
                            .orElseGet(() -> new Good<>(password));
                });
    }

    private static Checked<Json.Obj> object(byte @Nullable [] body) {
        return switch (READER.read(body == null ? new byte[0] : body)) {
            case JsonReading.Read<Json>(Json.Obj object) -> new Good<>(object);
            case JsonReading.Read<Json> _ -> new Bad<>("", "the body must be a JSON object");
            case JsonReading.Malformed<Json>(String why, long _) ->
                    new Bad<>("", "the body is not JSON: " + why);
        };
    }

    private static Checked<Set<PartyId>> parties(Json.Obj request) {
        Json given = request.member("parties").orElse(Json.array(List.of()));
        if (!(given instanceof Json.Arr(var items))) {
            return new Bad<>("parties", "must be a list of objects with country_code and party_id");
        }
        Set<PartyId> parties = new LinkedHashSet<>();
        for (Json item : items) {
            Optional<PartyId> party =
                    item instanceof Json.Obj object
                            ? PartyId.of(
                                    object.textOf("country_code").orElse(""),
                                    object.textOf("party_id").orElse(""))
                            : Optional.empty();
            if (party.isEmpty()) {
                return new Bad<>(
                        "parties[" + parties.size() + "]",
                        "must have a country_code of two letters and a party_id of three letters or"
                                + " digits");
            }
            parties.add(party.get());
        }
        return new Good<>(parties);
    }

    private static Checked<Optional<Duration>> lifetime(Json.Obj request) {
        Optional<Json> days = request.member("days");
        if (days.isEmpty()) {
            return new Good<>(Optional.empty());
        }
        boolean inRange =
                days.get() instanceof Json.Num(String literal)
                        && literal.matches("[0-9]{1,3}")
                        && Integer.parseInt(literal) >= 1
                        && Integer.parseInt(literal) <= MOST_DAYS;
        return inRange
                ? new Good<>(Optional.of(Duration.ofDays(Integer.parseInt(days.get().text()))))
                : new Bad<>("days", "must be a whole number from 1 to 365");
    }
}
