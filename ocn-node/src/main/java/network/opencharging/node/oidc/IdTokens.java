package network.opencharging.node.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;

import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Identity tokens: signed by the provider, from it, for this node, of this signing on, not expired
 * (OpenID Connect Core 1.0 §3.1.3.7), and of somebody who belongs to the administrators.
 */
public final class IdTokens {
    private static final int LONGEST_NAME = 50;

    /** Signatures with a public key only: who knows the node's secret is not the provider. */
    private static final Set<JWSAlgorithm> SIGNATURES =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private final Trust trust;
    private final Provider provider;
    private final Clock clock;

    /** Those of this provider. */
    public IdTokens(Trust trust, Provider provider, Clock clock) {
        this.trust = trust;
        this.provider = provider;
        this.clock = clock;
    }

    /** What a token says. */
    sealed interface Reading {
        record Good(String name) implements Reading {}

        record Bad(String why) implements Reading {}
    }

    Reading read(String token, String nonce) {
        try {
            JWTClaimsSet claims = verified(token, nonce);
            boolean others = claims.getAudience().size() > 1;
            if (others && !trust.clientId().equals(claims.getStringClaim("azp"))) {
                return new Reading.Bad("the identity is for somebody else too");
            }
            if (!groups(claims).contains(trust.group())) {
                return new Reading.Bad(
                        "you are not in the group of administrators: claim %s must hold %s"
                                .formatted(trust.groupClaim(), trust.group()));
            }
            return Optional.ofNullable(claims.getStringClaim(trust.nameClaim()))
                    .filter(name -> name.matches("[\\x21-\\x7e]{1," + LONGEST_NAME + "}"))
                    .<Reading>map(Reading.Good::new)
                    .orElseGet(() ->
                            new Reading.Bad(
                                    "claim %s must name you in at most %d characters"
                                            .formatted(trust.nameClaim(), LONGEST_NAME)));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return new Reading.Bad("the identity is not good: " + e.getMessage());
        }
    }

    /** A provider that has changed its keys is asked once more. */
    private JWTClaimsSet verified(String token, String nonce)
            throws ParseException, BadJOSEException, JOSEException {
        try {
            return processor(provider.description().keys(), nonce).process(token, null);
        } catch (BadJWTException e) {
            throw e;
        } catch (BadJOSEException e) {
            return processor(provider.asked().keys(), nonce).process(token, null);
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(String keys, String nonce)
            throws ParseException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        SIGNATURES, new ImmutableJWKSet<>(JWKSet.parse(keys))));
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(
                        trust.clientId(),
                        new JWTClaimsSet.Builder()
                                .issuer(trust.issuer())
                                .claim("nonce", nonce)
                                .build(),
                        Set.of("sub", "iat", "exp", "nonce")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
        return processor;
    }

    private List<String> groups(JWTClaimsSet claims) {
        Object found = claims.getClaim(trust.groupClaim());
        if (found == null) {
            found = claims.getClaims();
            for (String name : trust.groupClaim().split("\\.")) {
                found = found instanceof Map<?, ?> inside ? inside.get(name) : null;
            }
        }
        if (found instanceof List<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return found == null ? List.of() : List.of(String.valueOf(found));
    }
}
