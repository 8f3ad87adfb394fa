package network.opencharging.cpo.oidc;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The provider; what it says of itself (OpenID Connect Discovery 1.0) is believed for a while. */
public final class Provider {
    private static final Duration BELIEVED = Duration.ofMinutes(10);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final Trust trust;
    private final Clock clock;
    private volatile @Nullable Description known;

    /** The one that is trusted. */
    public Provider(HttpClient http, Trust trust, Clock clock) {
        this.http = http;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * What it says of itself.
     *
     * @param page where people prove who they are
     * @param token where a code is redeemed
     * @param keys with which it signs, as they stand on the wire
     */
    record Description(URI page, URI token, String keys, Instant until) {}

    Description description() {
        Description now = known;
        return now == null || !clock.instant().isBefore(now.until()) ? asked() : now;
    }

    /** It is asked now, because it may have other keys. */
    Description asked() {
        String issuer = trust.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode said = json(get(base + "/.well-known/openid-configuration"));
        if (!said.path("issuer").asString("").equals(issuer)) {
            throw new ProviderProblem(
                    "The provider of identities calls itself otherwise than"
                            + " ocn.cpo.admin.oidc.issuer.");
        }
        Description heard =
                new Description(
                        address(said, "authorization_endpoint"),
                        address(said, "token_endpoint"),
                        get(address(said, "jwks_uri").toString()),
                        clock.instant().plus(BELIEVED));
        known = heard;
        return heard;
    }

    private static URI address(JsonNode said, String name) {
        try {
            return URI.create(said.path(name).asString());
        } catch (RuntimeException e) {
            throw new ProviderProblem("The provider of identities names no " + name + ".");
        }
    }

    /** The identity token for a code; empty when it does not take the code. */
    Optional<String> redeem(String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", trust.redirect().toString());
        form.put("code_verifier", verifier);
        form.put("client_id", trust.client().id());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(description().token())
                        .timeout(DEADLINE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        if (!trust.client().secret().isEmpty()) {
            request.header("Authorization", basic(trust.client()));
        }
        HttpResponse<String> answer = send(request.build());
        return answer.statusCode() == OK
                ? Optional.of(json(answer.body()).path("id_token").asString(""))
                        .filter(token -> !token.isEmpty())
                : Optional.empty();
    }

    private String get(String url) {
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(url))
                                .timeout(DEADLINE)
                                .header("Accept", "application/json")
                                .build());
        if (answer.statusCode() != OK) {
            throw new ProviderProblem(
                    "The provider of identities answers HTTP %d at %s."
                            .formatted(answer.statusCode(), url));
        }
        return answer.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ProviderProblem(
                    "The provider of identities does not answer at %s."
                            .formatted(request.uri().getAuthority()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderProblem("The backend is ending.");
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw new ProviderProblem("The provider of identities does not answer in JSON.");
        }
    }

    /** RFC 6749 §2.3.1. */
    private static String basic(Trust.Client client) {
        String pair = encode(client.id()) + ":" + encode(client.secret());
        return "Basic "
                + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
