package network.opencharging.cpo.oidc;

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

import network.opencharging.cpo.people.Caller;
import network.opencharging.cpo.people.Person;
import network.opencharging.cpo.people.Role;

import org.jspecify.annotations.Nullable;

import java.text.ParseException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Identity tokens: signed by the provider, from it, for us, of this signing on, not expired (OpenID
 * Connect Core 1.0 §3.1.3.7), and of somebody who has a role here.
 */
final class IdTokens {
    /** With a public key only: who knows our secret is not the provider. */
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

    IdTokens(Trust trust, Provider provider, Clock clock) {
        this.trust = trust;
        this.provider = provider;
        this.clock = clock;
    }

    /** What a token says. */
    sealed interface Reading {
        record Good(Caller caller) implements Reading {}

        record Bad(String why) implements Reading {}
    }

    Reading read(String token, String nonce) {
        try {
            JWTClaimsSet claims = verified(token, nonce);
            boolean others = claims.getAudience().size() > 1;
            if (others && !trust.client().id().equals(claims.getStringClaim("azp"))) {
                return new Reading.Bad("the identity is for somebody else too");
            }
            return person(claims);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return new Reading.Bad("the identity is not good: " + e.getMessage());
        }
    }

    private Reading person(JWTClaimsSet claims) {
        Optional<Role> role =
                texts(claims, trust.claims().groups()).stream()
                        .flatMap(group -> Optional.ofNullable(trust.roles().get(group)).stream())
                        .max(Comparator.naturalOrder());
        if (role.isEmpty()) {
            return new Reading.Bad(
                    "you have no role here: claim %s holds none of %s"
                            .formatted(trust.claims().groups(), trust.roles().keySet()));
        }
        Optional<String> name =
                texts(claims, trust.claims().name()).stream()
                        .filter(one -> one.matches("[\\x21-\\x7e]{1,60}"))
                        .findFirst();
        if (name.isEmpty()) {
            return new Reading.Bad(
                    "claim %s must name you in at most 60 characters"
                            .formatted(trust.claims().name()));
        }
        return tenant(claims, name.get(), role.get());
    }

    /** Whoever is said to be of no tenant is not of the house for that. */
    private Reading tenant(JWTClaimsSet claims, String name, Role role) {
        // Nobody who is written down here has a name with a slash.
        String shown = "oidc/" + name;
        if (trust.claims().tenant().isBlank()) {
            return new Reading.Good(new Caller(shown, role, Optional.empty()));
        }
        List<String> tenants = texts(claims, trust.claims().tenant());
        if (tenants.size() != 1) {
            return new Reading.Bad(
                    "claim %s must hold your tenant, or * for whoever is of the house"
                            .formatted(trust.claims().tenant()));
        }
        String tenant = tenants.getFirst();
        try {
            if (!tenant.equals("*")) {
                Person.checkTenant(tenant);
            }
        } catch (IllegalArgumentException e) {
            return new Reading.Bad(String.valueOf(e.getMessage()));
        }
        return new Reading.Good(
                new Caller(shown, role, Optional.of(tenant).filter(one -> !one.equals("*"))));
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
                        trust.client().id(),
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

    private static List<String> texts(JWTClaimsSet claims, String path) {
        @Nullable Object found = claims.getClaim(path);
        if (found == null) {
            found = claims.getClaims();
            for (String name : path.split("\\.")) {
                found = found instanceof Map<?, ?> inside ? inside.get(name) : null;
            }
        }
        if (found instanceof List<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return found == null ? List.of() : List.of(String.valueOf(found));
    }
}
