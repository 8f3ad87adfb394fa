package network.opencharging.node.config;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A small provider of identities with real keys and a real socket, at which everybody is Rosa of
 * the operators. It redeems a code once, and only for who shows the verifier and the secret.
 */
final class IdentityProvider implements AutoCloseable {
    static final String SECRET = "the secret of the client";

    private record Asked(String nonce, String challenge, String redirect) {}

    private final HttpServer server;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private volatile RSAKey key = freshKey();
    private volatile RSAKey shown = key;
    private volatile Consumer<JWTClaimsSet.Builder> changed = _ -> {};

    IdentityProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/openid-configuration", it -> answer(it, description()));
        server.createContext("/keys", it -> answer(it, new JWKSet(shown).toString()));
        server.createContext("/token", this::redeem);
        server.createContext("/authorize", it -> lead(it, approve(it.getRequestURI())));
        server.createContext("/logout", IdentityProvider::signOff);
        server.start();
    }

    /** With what a node trusts it. */
    List<String> settings(Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("client"), SECRET);
        return List.of(
                "--ocn.admin.oidc.issuer=" + issuer(),
                "--ocn.admin.oidc.client-id=node",
                "--ocn.admin.oidc.client-secret-file=" + secret,
                "--ocn.admin.oidc.group=node-operators");
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String description() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/logout"}
        """
                .formatted(issuer());
    }

    /** Sends a browser back to where it came from, without asking Rosa anything. */
    private static void signOff(HttpExchange exchange) throws IOException {
        String back =
                parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri");
        lead(exchange, URI.create(String.valueOf(back)));
    }

    private static void lead(HttpExchange exchange, URI place) throws IOException {
        exchange.getResponseHeaders().set("Location", place.toString());
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    /** What the provider's page does once Rosa has proved who she is: back with a code. */
    URI approve(URI asked) {
        Map<String, String> query = parameters(asked.getRawQuery());
        if (!query.getOrDefault("response_type", "").equals("code")
                || !query.getOrDefault("code_challenge_method", "").equals("S256")
                || !query.getOrDefault("scope", "").contains("openid")) {
            throw new AssertionError("not asked as it must be: " + asked);
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        query.getOrDefault("nonce", ""),
                        query.getOrDefault("code_challenge", ""),
                        query.getOrDefault("redirect_uri", "")));
        return URI.create(
                query.getOrDefault("redirect_uri", "")
                        + "?code="
                        + code
                        + "&state="
                        + query.getOrDefault("state", ""));
    }

    /** From now on it says something else in its tokens. */
    void says(Consumer<JWTClaimsSet.Builder> how) {
        changed = how;
    }

    /** From now on it signs with another key, and shows it. */
    void changesKeys() {
        key = freshKey();
        shown = key;
    }

    /** Somebody else signs, whose key it does not show. */
    void isForged() {
        key = freshKey();
    }

    /** As in the beginning. */
    void isItself() {
        key = shown;
        changed = _ -> {};
    }

    private void redeem(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked asked = codes.remove(form.getOrDefault("code", ""));
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        ("node:" + SECRET.replace(' ', '+'))
                                                .getBytes(StandardCharsets.UTF_8));
        if (asked != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && asked.redirect().equals(form.getOrDefault("redirect_uri", ""))
                && asked.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(exchange, "{\"id_token\":\"" + token(asked.nonce()) + "\"}");
        } else {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        }
    }

    private String token(String nonce) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience("node")
                        .subject("4711")
                        .issueTime(Date.from(Instant.now()))
                        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                        .claim("nonce", nonce)
                        .claim("preferred_username", "rosa@example.org")
                        .claim("groups", List.of("staff", "node-operators"));
        changed.accept(claims);
        SignedJWT signed =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        claims.build());
        try {
            signed.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
        return signed.serialize();
    }

    private static RSAKey freshKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String part : query.split("&")) {
            int sign = part.indexOf('=');
            parameters.put(
                    part.substring(0, sign),
                    URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
