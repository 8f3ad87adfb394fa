package network.opencharging.node.config;

import network.opencharging.protocol.key.Address;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * Services that parties have agreed to be copied to.
 *
 * @param contract the contract that holds the agreements; empty: nobody is copied
 * @param refresh how often it is read
 */
@ConfigurationProperties("ocn.services")
record ServiceSettings(@DefaultValue("") String contract, @DefaultValue("15s") Duration refresh) {
    ServiceSettings {
        if (!contract.isBlank() && Address.parse(contract).isEmpty()) {
            throw new IllegalArgumentException(
                    "ocn.services.contract (OCN_SERVICES_CONTRACT) must be the address, 0x and 40"
                            + " hexadecimal digits, of the permissions contract, or empty");
        }
    }
}
