package network.opencharging.cpo.oidc;

import network.opencharging.cpo.people.Caller;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The authorization code flow with PKCE (OpenID Connect Core 1.0 §3.1, RFC 7636). What must be
 * remembered between going and coming back is with the browser, so that any process can take it up.
 */
public final class SignOn {
    private static final Logger LOG = LoggerFactory.getLogger(SignOn.class);
    private static final int BYTES = 32;

    private final Trust trust;
    private final Provider provider;
    private final IdTokens tokens;
    private final SecureRandom random;

    /** Signs on with this provider. */
    public SignOn(Trust trust, Provider provider, Clock clock, SecureRandom random) {
        this.trust = trust;
        this.provider = provider;
        this.tokens = new IdTokens(trust, provider, clock);
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
        /** It is somebody who may come in. */
        record Known(Caller caller) implements Ended {}

        /**
         * It is not.
         *
         * @param why for the page; nothing secret
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
        query.put("client_id", trust.client().id());
        query.put("redirect_uri", trust.redirect().toString());
        query.put("scope", "openid profile email");
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        String page = provider.description().page().toString();
        return new Begun(
                URI.create(page + (page.contains("?") ? "&" : "?") + Provider.form(query)),
                state + "." + nonce + "." + verifier);
    }

    /**
     * Somebody has come back.
     *
     * @param memory what his cookie holds
     * @param state what the address holds
     * @param code the provider's
     * @throws ProviderProblem when the provider does not answer
     */
    public Ended finish(String memory, String state, String code) {
        String[] remembered = memory.split("\\.", -1);
        if (remembered.length != 3 || !isSame(remembered[0], state) || code.isEmpty()) {
            return new Ended.Refused("this signing on was not begun in this browser: try again");
        }
        Optional<String> token = provider.redeem(code, remembered[2]);
        if (token.isEmpty()) {
            return new Ended.Refused("the provider does not take its own code: try again");
        }
        return switch (tokens.read(token.get(), remembered[1])) {
            case IdTokens.Reading.Good(Caller caller) -> new Ended.Known(caller);
            case IdTokens.Reading.Bad(String why) -> {
                LOG.warn("an identity is not believed: {}", why);
                yield new Ended.Refused(why);
            }
        };
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
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
