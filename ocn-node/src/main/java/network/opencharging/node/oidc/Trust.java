package network.opencharging.node.oidc;

import java.net.URI;

/**
 * Whom the node believes, and whom of those it lets in.
 *
 * @param issuer the provider, as it calls itself
 * @param clientId what the provider calls this node
 * @param clientSecret proves that to the provider; empty for a public client
 * @param redirect where the provider sends browsers back to
 * @param nameClaim the claim that names the person
 * @param groupClaim the claim that holds groups or roles, one text or a list; dots lead inside
 * @param group the group whose members are administrators
 */
public record Trust(
        String issuer,
        String clientId,
        String clientSecret,
        URI redirect,
        String nameClaim,
        String groupClaim,
        String group) {
    /** Never the secret. */
    @Override
    public String toString() {
        return "Trust[" + issuer + "]";
    }
}
