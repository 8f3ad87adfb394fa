package network.opencharging.node.oidc;

import network.opencharging.node.oidc.Provider.Description;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization code flow with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636). What must be
 * remembered between going and coming back is with the browser, so that any process of the node can
 * take it up.
 */
public final class SignOn {
    private static final Logger LOG = LoggerFactory.getLogger(SignOn.class);
    private static final int BYTES = 32;

    private final Trust trust;
    private final Provider provider;
    private final IdTokens tokens;
    private final SecureRandom random;

    /** Signs on with this provider. */
    public SignOn(Trust trust, Provider provider, IdTokens tokens, SecureRandom random) {
        this.trust = trust;
        this.provider = provider;
        this.tokens = tokens;
        this.random = random;
    }

    /**
     * Somebody wants to sign on.
     *
     * @param where the provider's page
     * @param memory what the browser has to bring back, in a cookie
     */
    public record Begun(URI where, String memory) {
        /** Never the memory. */
        @Override
        public String toString() {
            return "Begun[hidden]";
        }
    }

    /** What became of it. */
    public sealed interface Ended {
        /**
         * It is an administrator.
         *
         * @param name as the provider calls him
         */
        record Known(String name) implements Ended {}

        /**
         * It is nobody who may come in.
         *
         * @param why for the page and the audit; nothing secret
         */
        record Refused(String why) implements Ended {}
    }

    /**
     * Where to go.
     *
     * @throws ProviderProblem when the provider does not answer
     */
    public Begun begin() {
        String state = secret();
        String nonce = secret();
        String verifier = secret();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", trust.clientId());
        query.put("redirect_uri", trust.redirect().toString());
        query.put("scope", "openid profile email");
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        String page = provider.description().authorization().toString();
        return new Begun(
                URI.create(page + (page.contains("?") ? "&" : "?") + Provider.form(query)),
                state + "." + nonce + "." + verifier);
    }

    /**
     * Somebody has come back.
     *
     * @param memory what his cookie holds
     * @param state and what the address holds
     * @param code the provider's
     * @throws ProviderProblem when the provider does not answer
     */
    public Ended finish(String memory, String state, String code) {
        String[] remembered = memory.split("\\.", -1);
        if (remembered.length != 3 || !same(remembered[0], state) || code.isEmpty()) {
            return new Ended.Refused("this signing on was not begun in this browser: try again");
        }
        Optional<String> token = provider.redeem(trust, code, remembered[2]);
        if (token.isEmpty()) {
            return new Ended.Refused("the provider does not take its own code: try again");
        }
        return switch (tokens.read(token.get(), remembered[1])) {
            case IdTokens.Reading.Good(String name) -> new Ended.Known(name);
            case IdTokens.Reading.Bad(String why) -> {
                LOG.warn("an identity is not believed: {}", why);
                yield new Ended.Refused(why);
            }
        };
    }

    /** Where somebody signs off with the provider too, if it has such a page. */
    public Optional<URI> end() {
        String home = trust.redirect().resolve("/admin/login").toString();
        return provider.known()
                .flatMap(Description::endSession)
                .map(page ->
                        URI.create(
                                page
                                        + (page.toString().contains("?") ? "&" : "?")
                                        + Provider.form(
                                                Map.of(
                                                        "client_id",
                                                        trust.clientId(),
                                                        "post_logout_redirect_uri",
                                                        home))));
    }

    private String secret() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
