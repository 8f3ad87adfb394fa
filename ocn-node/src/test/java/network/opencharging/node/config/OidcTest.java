package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Administrators sign in by a provider of identities, and by nothing that only looks like it. */
class OidcTest {
    @TempDir private static Path folder = Path.of("");
    private static IdentityProvider provider;
    private static RunningNode node;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws IOException {
        provider = new IdentityProvider();
        node = RunningNode.start(folder, provider.settings(folder));
    }

    @AfterAll
    static void stop() {
        node.close();
        provider.close();
    }

    @BeforeEach
    void begin() {
        provider.isItself();
    }

    @Test
    void whoBelongsToTheAdministratorsComesInWhereHeWantedTo() {
        assertThat(get(node.url() + "/admin/login").body()).contains("/admin/login/oidc");

        HttpResponse<String> back = signIn("?next=%2Fadmin%2Fmessages");

        assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/admin/messages");
        HttpResponse<String> session = get(node.url() + "/admin/session");
        assertThat(session.body()).contains("oidc:rosa@example.org", "csrf");
        assertThat(node.admin("GET", "/audit?who=oidc:rosa@example.org", "").body().text())
                .contains("signed in by the provider");
    }

    @Test
    void signingOffLeadsToTheProviderAndEndsTheSession() {
        signIn("");
        String proof =
                get(node.url() + "/admin/session")
                        .body()
                        .replaceAll("(?s).*\"csrf\":\"([0-9a-f]+)\".*", "$1");

        HttpResponse<String> off =
                send(
                        request(node.url() + "/admin/session")
                                .method("DELETE", HttpRequest.BodyPublishers.noBody())
                                .header("X-CSRF-Token", proof));

        assertThat(off.body()).contains(provider.issuer() + "/logout?", "post_logout_redirect_uri");
        assertThat(get(node.url() + "/admin/session").statusCode()).isEqualTo(401);
    }

    /** What is not believed, and what the page says of it. */
    record Lie(String name, Consumer<JWTClaimsSet.Builder> how, String told) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Lie> lies() {
        return Stream.of(
                new Lie(
                        "not in the group",
                        claims -> claims.claim("groups", List.of("staff")),
                        "node-operators"),
                new Lie("no groups", claims -> claims.claim("groups", null), "node-operators"),
                new Lie("another issuer", claims -> claims.issuer("https://evil.example"), "iss"),
                new Lie("another audience", claims -> claims.audience("shop"), "aud"),
                new Lie(
                        "for others too",
                        claims -> claims.audience(List.of("node", "shop")),
                        "somebody else"),
                new Lie("another nonce", claims -> claims.claim("nonce", "x"), "nonce"),
                new Lie(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))),
                        "Expired"),
                new Lie(
                        "no name",
                        claims -> claims.claim("preferred_username", null),
                        "preferred_username"),
                new Lie(
                        "a name that is none",
                        claims -> claims.claim("preferred_username", "<b>x</b>\n"),
                        "preferred_username"));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void whatIsNotAsItMustBeOpensNothing(Lie lie) {
        provider.says(lie.how());

        HttpResponse<String> back = signIn("");

        assertThat(back.statusCode()).isEqualTo(401);
        assertThat(back.body()).containsIgnoringCase(lie.told());
        assertThat(get(node.url() + "/admin/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatSomebodyElseSignedOpensNothing() {
        provider.isForged();

        assertThat(signIn("").statusCode()).isEqualTo(401);
    }

    @Test
    void keysThatHaveChangedAreLookedUpOnce() {
        assertThat(signIn("").statusCode()).isEqualTo(303);
        provider.changesKeys();

        assertThat(signIn("").statusCode()).isEqualTo(303);
    }

    @Test
    void whatWasNotBegunInThisBrowserIsNotTakenUp() {
        URI page = URI.create(location(get(node.url() + "/admin/login/oidc")));
        URI back = provider.approve(page);
        cookies.clear();

        assertThat(get(back.toString()).statusCode()).isEqualTo(401);
    }

    @Test
    void aCodeOpensOnce() {
        URI page = URI.create(location(get(node.url() + "/admin/login/oidc")));
        String kept = cookies.toString();
        URI back = provider.approve(page);
        Map<String, String> before = Map.copyOf(cookies);
        assertThat(get(back.toString()).statusCode()).as(kept).isEqualTo(303);
        cookies.clear();
        cookies.putAll(before);

        assertThat(get(back.toString()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> signIn(String query) {
        HttpResponse<String> toProvider = get(node.url() + "/admin/login/oidc" + query);
        assertThat(toProvider.statusCode()).as(toProvider.body()).isEqualTo(303);
        return get(provider.approve(URI.create(location(toProvider))).toString());
    }

    private HttpResponse<String> get(String url) {
        return send(request(url));
    }

    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (!cookies.isEmpty()) {
            String all =
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(it -> it.getKey() + "=" + it.getValue())
                                    .toList());
            request.header("Cookie", all);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.replaceAll(";.*", "");
        int sign = pair.indexOf('=');
        if (pair.substring(sign + 1).isEmpty()) {
            cookies.remove(pair.substring(0, sign));
        } else {
            cookies.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
