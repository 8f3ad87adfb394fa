package network.opencharging.cpo.oidc;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A provider of identities as others run it: it gives a code, and redeems it once, with PKCE. */
public final class PlayedProvider implements AutoCloseable {
    private final HttpServer server;
    private volatile RSAKey key = key("first");
    private final Map<String, Waiting> codes = new ConcurrentHashMap<>();

    private record Waiting(Map<String, String> asked, UnaryOperator<JWTClaimsSet.Builder> person) {}

    public PlayedProvider() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> says(exchange, 200, itself()));
        server.createContext(
                "/keys", exchange -> says(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::redeems);
        server.start();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it calls itself. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on it signs with another key. */
    public void changesItsKey() {
        key = key("second");
    }

    private String itself() {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/page","token_endpoint":"%1$s/token",
        "jwks_uri":"%1$s/keys"}
        """
                .formatted(issuer());
    }

    /** Somebody proves who he is at its page; where it sends him back to. */
    public String meets(URI page, UnaryOperator<JWTClaimsSet.Builder> person) {
        Map<String, String> asked = form(page.getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, new Waiting(asked, person));
        return asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state");
    }

    private void redeems(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                form(
                        new String(
                                exchange.getRequestBody().readAllBytes(),
                                StandardCharsets.US_ASCII));
        Waiting waiting = codes.remove(form.getOrDefault("code", ""));
        if (waiting != null && isRight(form, waiting.asked())) {
            says(exchange, 200, "{\"id_token\":\"%s\"}".formatted(token(waiting)));
        } else {
            says(exchange, 400, "{}");
        }
    }

    private static boolean isRight(Map<String, String> form, Map<String, String> asked) {
        return challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"))
                && form.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"));
    }

    private String token(Waiting waiting) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("4711")
                        .audience(waiting.asked().get("client_id"))
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", waiting.asked().get("nonce"))
                        .claim("preferred_username", "petra")
                        .claim("groups", List.of("staff"));
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                        waiting.person().apply(claims).build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void says(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
