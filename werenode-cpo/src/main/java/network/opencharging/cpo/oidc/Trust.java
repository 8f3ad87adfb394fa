package network.opencharging.cpo.oidc;

import network.opencharging.cpo.people.Role;

import java.net.URI;
import java.util.Map;

/**
 * Whom we believe, and what of it.
 *
 * @param issuer the provider, as it calls itself
 * @param client how it knows us
 * @param redirect where it sends browsers back to
 * @param claims where it says what
 * @param roles what members of a group may do
 */
public record Trust(
        String issuer, Client client, URI redirect, Claims claims, Map<String, Role> roles) {
    /**
     * How the provider knows us.
     *
     * @param secret proves that it is us; empty for a public client
     */
    public record Client(String id, String secret) {
        /** Never the secret. */
        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    /**
     * Where the provider says what; dots lead inside.
     *
     * @param name names the person
     * @param groups holds groups or roles, one text or a list
     * @param tenant holds the tenant, or {@code *} for whoever is of the house; empty: all are
     */
    public record Claims(String name, String groups, String tenant) {}
}
