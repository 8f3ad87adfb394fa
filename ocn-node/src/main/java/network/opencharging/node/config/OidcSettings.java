package network.opencharging.node.config;

import network.opencharging.node.oidc.Trust;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.nio.file.Path;

/**
 * A provider of identities for the pages of administrators; none is needed.
 *
 * @param issuer the provider, as it calls itself; empty means none
 * @param clientId what the provider calls this node
 * @param clientSecretFile a file with what proves that; empty for a public client
 * @param nameClaim the claim that names the person
 * @param groupClaim the claim that holds the person's groups
 * @param group the group of the administrators
 */
@ConfigurationProperties("ocn.admin.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecretFile,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("groups") String groupClaim,
        @DefaultValue("") String group) {
    /** Refuses what would let in everybody whom the provider knows, or nobody. */
    public OidcSettings {
        if (!issuer.isBlank() && (clientId.isBlank() || group.isBlank())) {
            throw new IllegalArgumentException(
                    "ocn.admin.oidc.client-id and ocn.admin.oidc.group must be set where"
                            + " ocn.admin.oidc.issuer is");
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    Trust trust(URI redirect) {
        String secret =
                clientSecretFile.isBlank() ? "" : DataFolder.read(Path.of(clientSecretFile));
        return new Trust(issuer, clientId, secret, redirect, nameClaim, groupClaim, group);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
