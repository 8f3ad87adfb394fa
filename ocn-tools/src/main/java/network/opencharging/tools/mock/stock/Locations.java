package network.opencharging.tools.mock.stock;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Locations (OCPI 2.2.1 §8.3) of a mock CPO. The first one is always the same: {@code LOC1} with
 * two sockets of 22 kW; the others follow from the seed.
 *
 * @param owner the CPO
 * @param operator its name
 * @param opened when the mock opened; every {@code last_updated} lies before
 */
public record Locations(PartyId owner, String operator, Instant opened) {

    /**
     * As many locations as wanted, in the order of their {@code last_updated}.
     *
     * @param seed the same seed gives the same locations
     */
    public List<ObjectNode> seeded(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<ObjectNode> locations = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            boolean first = number == 1;
            int evses = first ? 2 : 1 + random.nextInt(4);
            boolean fast = !first && random.nextInt(3) == 0;
            Instant updated = opened.minus(Duration.ofMinutes(10L * (count - number + 1)));
            locations.add(location(number, evses, fast, updated.truncatedTo(ChronoUnit.SECONDS)));
        }
        return locations;
    }

    private ObjectNode location(int number, int evses, boolean fast, Instant updated) {
        Place place = Place.PLACES.get((number - 1) % Place.PLACES.size());
        String id = "LOC" + number;
        ObjectNode location =
                JsonText.object(
                        """
                        {"country_code":"%s","party_id":"%s","id":"%s","publish":true,"name":"%s",
                         "address":"%s","city":"%s","postal_code":"%s","country":"DEU",
                         "coordinates":{"latitude":"%s","longitude":"%s"},"parking_type":"PARKING_LOT",
                         "evses":[],"operator":{"name":"%s"},"facilities":["CAFE"],"time_zone":"Europe/Berlin",
                         "opening_times":{"twentyfourseven":true},"charging_when_closed":true,
                         "energy_mix":{"is_green_energy":true},"last_updated":"%s"}
                        """
                                .formatted(
                                        owner.countryCode(),
                                        owner.partyId(),
                                        id,
                                        place.name(),
                                        place.address(),
                                        place.city(),
                                        place.postalCode(),
                                        place.latitude(),
                                        place.longitude(),
                                        operator,
                                        updated));
        ArrayNode list = location.withArray("evses");
        for (int evse = 1; evse <= evses; evse++) {
            list.add(evse(number, evse, fast, updated));
        }
        return location;
    }

    private ObjectNode evse(int location, int number, boolean fast, Instant updated) {
        ObjectNode evse =
                JsonText.object(
                        """
                        {"uid":"%s","evse_id":"%s","status":"AVAILABLE",
                         "capabilities":["REMOTE_START_STOP_CAPABLE","RFID_READER","RESERVABLE",
                           "CHARGING_PROFILE_CAPABLE","CHARGING_PREFERENCES_CAPABLE","UNLOCK_CAPABLE"],
                         "connectors":[],"physical_reference":"%d","last_updated":"%s"}
                        """
                                .formatted(
                                        "LOC" + location + "-E" + number,
                                        "%s*%s*E%04d%02d"
                                                .formatted(
                                                        owner.countryCode(),
                                                        owner.partyId(),
                                                        location,
                                                        number),
                                        number,
                                        updated));
        evse.withArray("connectors").add(JsonText.object(fast ? fast(updated) : socket(updated)));
        return evse;
    }

    private static String socket(Instant updated) {
        return """
        {"id":"1","standard":"IEC_62196_T2","format":"SOCKET","power_type":"AC_3_PHASE",
         "max_voltage":230,"max_amperage":32,"max_electric_power":22000,
         "tariff_ids":["%s"],"last_updated":"%s"}
        """
                .formatted(Tariffs.AC, updated);
    }

    private static String fast(Instant updated) {
        return """
        {"id":"1","standard":"IEC_62196_T2_COMBO","format":"CABLE","power_type":"DC",
         "max_voltage":920,"max_amperage":500,"max_electric_power":300000,
         "tariff_ids":["%s"],"last_updated":"%s"}
        """
                .formatted(Tariffs.DC, updated);
    }
}
