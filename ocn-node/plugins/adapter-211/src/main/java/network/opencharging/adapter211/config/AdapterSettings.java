package network.opencharging.adapter211.config;

import network.opencharging.protocol.party.PartyId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The operator's rules for platforms of 2.1.1.
 *
 * @param partners to whom everything of a party goes: {@code DE/ALC=CH/CPO}
 * @param timeZone of locations that name none, as 2.2.1 demands one
 */
@ConfigurationProperties("ocn.adapter211")
record AdapterSettings(
        @DefaultValue List<String> partners, @DefaultValue("Etc/UTC") String timeZone) {
    AdapterSettings {
        try {
            ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "ocn.adapter211.time-zone must be a name like Europe/Zurich, not '%s'"
                            .formatted(timeZone),
                    e);
        }
    }

    Map<PartyId, PartyId> pairs() {
        Map<PartyId, PartyId> pairs = new HashMap<>();
        for (String pair : partners) {
            String[] sides = pair.strip().split("=", -1);
            if (sides.length != 2
                    || PartyId.parse(sides[0]).isEmpty()
                    || PartyId.parse(sides[1]).isEmpty()) {
                throw new IllegalArgumentException(
                        "ocn.adapter211.partners must be pairs like DE/ALC=CH/CPO, not '%s'"
                                .formatted(pair));
            }
            pairs.put(PartyId.parse(sides[0]).orElseThrow(), PartyId.parse(sides[1]).orElseThrow());
        }
        return pairs;
    }
}
