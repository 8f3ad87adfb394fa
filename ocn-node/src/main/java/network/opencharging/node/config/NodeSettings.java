package network.opencharging.node.config;

import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.net.URI;

/**
 * Who this node is.
 *
 * @param url its public URL, exactly as the registry has it, without a slash at its end
 * @param countryCode country of the party under which it speaks for itself
 * @param partyId that party
 * @param name name of whoever runs it
 * @param website a site about it; empty means its own URL
 * @param logo address of an SVG image; empty means the one it serves itself
 */
@ConfigurationProperties("ocn.node")
public record NodeSettings(
        String url, String countryCode, String partyId, String name, String website, String logo) {
    /** Checks what would otherwise show up in the middle of somebody's handshake. */
    public NodeSettings {
        requireHttp("ocn.node.url", url);
        if (url.endsWith("/") || url.contains("?") || url.contains("#")) {
            throw new IllegalArgumentException(
                    "ocn.node.url must end without a slash and have neither query nor fragment");
        }
        if (PartyId.of(countryCode, partyId).isEmpty()) {
            throw new IllegalArgumentException(
                    "ocn.node.country-code must be two letters, ocn.node.party-id three letters or"
                            + " digits");
        }
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("ocn.node.name must be 1 to 100 characters");
        }
        website = website.isBlank() ? url : requireHttp("ocn.node.website", website);
        logo = logo.isBlank() ? url + "/logo.svg" : requireHttp("ocn.node.logo", logo);
    }

    private static String requireHttp(String name, String value) {
        try {
            URI parsed = new URI(value);
            boolean http = "http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme());
            if (http && parsed.getHost() != null) {
                return value;
            }
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(mustBe(name, value), e);
        }
        throw new IllegalArgumentException(mustBe(name, value));
    }

    private static String mustBe(String name, String value) {
        return name + " must be an absolute http or https URL, not '" + value + "'";
    }
}
