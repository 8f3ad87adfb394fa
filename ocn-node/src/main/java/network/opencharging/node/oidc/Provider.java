package network.opencharging.node.oidc;

import network.opencharging.node.client.Call;
import network.opencharging.node.client.CallResult;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The provider of identities: what it says of itself (OpenID Connect Discovery 1.0) is believed for
 * a while.
 */
public final class Provider {
    private static final Duration BELIEVED = Duration.ofMinutes(10);
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final HttpCaller http;
    private final String issuer;
    private final Clock clock;
    private volatile @Nullable Description known;

    /** The one that calls itself so. */
    public Provider(HttpCaller http, String issuer, Clock clock) {
        this.http = http;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * What it says of itself.
     *
     * @param authorization the page where people prove who they are
     * @param token where a code is redeemed
     * @param endSession where people sign off
     * @param keys with which it signs, as they stand on the wire
     * @param until when it is asked again
     */
    record Description(
            URI authorization, URI token, Optional<URI> endSession, String keys, Instant until) {}

    /** What was heard last, however old. */
    Optional<Description> known() {
        return Optional.ofNullable(known);
    }

    Description description() {
        Description now = known;
        return now == null || !clock.instant().isBefore(now.until()) ? asked() : now;
    }

    /** It is asked now, because it may have other keys. */
    Description asked() {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Json.Obj said = get(base + "/.well-known/openid-configuration");
        if (said.textOf("issuer").filter(issuer::equals).isEmpty()) {
            throw new ProviderProblem(
                    "The provider of identities calls itself otherwise than"
                            + " ocn.admin.oidc.issuer.");
        }
        Description heard =
                new Description(
                        address(said, "authorization_endpoint"),
                        address(said, "token_endpoint"),
                        said.textOf("end_session_endpoint").map(URI::create),
                        get(address(said, "jwks_uri").toString()).text(),
                        clock.instant().plus(BELIEVED));
        known = heard;
        return heard;
    }

    /** The identity token for a code; empty when it does not take the code. */
    Optional<String> redeem(Trust trust, String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", trust.redirect().toString());
        form.put("code_verifier", verifier);
        form.put("client_id", trust.clientId());
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        if (!trust.clientSecret().isEmpty()) {
            headers.put("Authorization", basic(trust));
        }
        byte[] body = form(form).getBytes(StandardCharsets.US_ASCII);
        Call call =
                new Call(
                        "POST",
                        description().token().toString(),
                        headers,
                        Optional.of(body),
                        DEADLINE);
        return switch (http.send(call)) {
            case CallResult.Answered answered ->
                    answered.status() == 200
                            ? object(answered.body()).flatMap(said -> said.textOf("id_token"))
                            : Optional.empty();
            case CallResult.Unanswered(var _, String detail) -> throw silent(detail);
        };
    }

    private Json.Obj get(String url) {
        Call call =
                new Call(
                        "GET",
                        url,
                        Map.of("Accept", "application/json"),
                        Optional.empty(),
                        DEADLINE);
        return switch (http.send(call)) {
            case CallResult.Answered answered when answered.status() == 200 ->
                    object(answered.body()).orElseThrow(() -> silent(url + " is no JSON object"));
            case CallResult.Answered answered ->
                    throw silent(url + " answers HTTP " + answered.status());
            case CallResult.Unanswered(var _, String detail) -> throw silent(detail);
        };
    }

    private static ProviderProblem silent(String detail) {
        return new ProviderProblem("The provider of identities does not answer: " + detail + ".");
    }

    private static URI address(Json.Obj said, String name) {
        return said.textOf(name)
                .map(URI::create)
                .orElseThrow(() ->
                        new ProviderProblem("The provider of identities names no " + name + "."));
    }

    private static Optional<Json.Obj> object(byte[] body) {
        return JsonReader.standard().read(body) instanceof JsonReading.Read<Json>(Json.Obj object)
                ? Optional.of(object)
                : Optional.empty();
    }

    /** RFC 6749 §2.3.1. */
    private static String basic(Trust trust) {
        String pair = encode(trust.clientId()) + ":" + encode(trust.clientSecret());
        return "Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
