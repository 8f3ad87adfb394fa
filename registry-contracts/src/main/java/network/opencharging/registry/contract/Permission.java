package network.opencharging.registry.contract;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a service may be sent copies of; the numbers are those of the first published contract. */
public enum Permission {
    /** Everything. */
    FORWARD_ALL(0),
    /** All that is asked of sender interfaces. */
    FORWARD_ALL_SENDER(1),
    /** All that is asked of receiver interfaces. */
    FORWARD_ALL_RECEIVER(2),
    /** Locations, sender interface. */
    FORWARD_MODULE_LOCATIONS_SENDER(3),
    /** Locations, receiver interface. */
    FORWARD_MODULE_LOCATIONS_RECEIVER(4),
    /** Sessions, sender interface. */
    FORWARD_MODULE_SESSIONS_SENDER(5),
    /** Sessions, receiver interface. */
    FORWARD_MODULE_SESSIONS_RECEIVER(6),
    /** CDRs, sender interface. */
    FORWARD_MODULE_CDRS_SENDER(7),
    /** CDRs, receiver interface. */
    FORWARD_MODULE_CDRS_RECEIVER(8),
    /** Tariffs, sender interface. */
    FORWARD_MODULE_TARIFFS_SENDER(9),
    /** Tariffs, receiver interface. */
    FORWARD_MODULE_TARIFFS_RECEIVER(10),
    /** Tokens, sender interface. */
    FORWARD_MODULE_TOKENS_SENDER(11),
    /** Tokens, receiver interface. */
    FORWARD_MODULE_TOKENS_RECEIVER(12),
    /** Commands, sender interface. */
    FORWARD_MODULE_COMMANDS_SENDER(13),
    /** Commands, receiver interface. */
    FORWARD_MODULE_COMMANDS_RECEIVER(14),
    /** Charging profiles, sender interface. */
    FORWARD_MODULE_CHARGINGPROFILES_SENDER(15),
    /** Charging profiles, receiver interface. */
    FORWARD_MODULE_CHARGINGPROFILES_RECEIVER(16);

    private final int number;

    Permission(int number) {
        this.number = number;
    }

    static List<BigInteger> numbers(Collection<Permission> permissions) {
        return permissions.stream()
                .sorted()
                .map(permission -> BigInteger.valueOf(permission.number))
                .toList();
    }

    /** Those of these numbers; what has no meaning here is left out. */
    static Set<Permission> numbered(Collection<Integer> numbers) {
        return Arrays.stream(values())
                .filter(permission -> numbers.contains(permission.number))
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<Permission> in(BigInteger mask) {
        return Arrays.stream(values())
                .filter(permission -> mask.testBit(permission.number))
                .collect(Collectors.toUnmodifiableSet());
    }
}
