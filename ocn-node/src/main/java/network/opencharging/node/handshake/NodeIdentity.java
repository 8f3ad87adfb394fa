package network.opencharging.node.handshake;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Operator;

import java.net.URI;
import java.util.List;

/**
 * Who this node is, to platforms and to the registry.
 *
 * @param operator its account and its public URL, exactly as the registry holds them
 * @param party the party under which it speaks for itself
 * @param name name of whoever runs it
 * @param website its site
 * @param logo address of an SVG image; some clients refuse credentials without one
 */
public record NodeIdentity(Operator operator, PartyId party, String name, URI website, URI logo) {

    /** The public URL, without a slash at its end. */
    public String url() {
        return operator.url().toString();
    }

    /** Where platforms begin. */
    public String versionsUrl() {
        return url() + "/ocpi/versions";
    }

    /**
     * The credentials object in which this node hands a token to a platform: one role, HUB (OCPI
     * 2.2.1 §7.4.1).
     */
    public Json.Obj credentials(CredentialsToken token) {
        return Json.Obj.EMPTY
                .with("token", token.reveal())
                .with("url", versionsUrl())
                .with("roles", Json.array(List.of(role(Role.HUB))));
    }

    /** This node's party in that role. */
    Json.Obj role(Role role) {
        return Json.Obj.EMPTY
                .with("role", role.name())
                .with("business_details", business())
                .with("party_id", party.partyId())
                .with("country_code", party.countryCode());
    }

    /** Who runs it, with everything that some clients demand. */
    Json.Obj business() {
        Json.Obj image =
                Json.Obj.EMPTY
                        .with("url", logo.toString())
                        .with("category", "OPERATOR")
                        .with("type", "svg");
        return Json.Obj.EMPTY
                .with("name", name)
                .with("website", website.toString())
                .with("logo", image);
    }
}
