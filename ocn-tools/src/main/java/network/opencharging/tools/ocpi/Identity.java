package network.opencharging.tools.ocpi;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/**
 * Who a party is.
 *
 * @param party country code and party id
 * @param role what it does in the market
 * @param name its trade name
 */
public record Identity(PartyId party, Role role, String name) {

    /** The CredentialsRole (OCPI 2.2.1 §7.4.1); some hubs want the website, so it is there. */
    public ObjectNode credentialsRole() {
        ObjectNode json = JsonText.object();
        json.put("role", role.name());
        json.putObject("business_details")
                .put("name", name)
                .put("website", "https://" + party.partyId().toLowerCase(Locale.ROOT) + ".example");
        json.put("party_id", party.partyId());
        json.put("country_code", party.countryCode());
        return json;
    }
}
