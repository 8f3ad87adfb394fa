package network.opencharging.bridge.config;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parties that this bridge speaks for; a party with two roles stands there twice.
 *
 * @param list the parties
 */
@ConfigurationProperties(prefix = "ocn.bridge.parties", ignoreUnknownFields = false)
public record PartiesSettings(@DefaultValue List<One> list) {

    /** There must be one. */
    public PartiesSettings {
        list = List.copyOf(list);
        Check.that(
                !list.isEmpty(),
                "ocn.bridge.parties.list[0].id (OCN_BRIDGE_PARTIES_LIST_0_ID) must name a party,"
                        + " such as DE-ALC");
    }

    Set<PartyId> ids() {
        return list.stream().map(One::party).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * One of them.
     *
     * @param id country and party id, such as DE-ALC
     * @param role such as CPO or EMSP
     * @param name the name of the company
     * @param keyFile a file with its private key, 64 hexadecimal digits; empty: it does not sign
     */
    public record One(
            String id, Role role, @DefaultValue("") String name, @DefaultValue("") String keyFile) {

        /** Checks the id. */
        public One {
            Check.that(
                    PartyId.parse(id).isPresent(),
                    "ocn.bridge.parties: id must be a country and a party, such as DE-ALC");
        }

        PartyId party() {
            return PartyId.parse(id).orElseThrow();
        }
    }
}
