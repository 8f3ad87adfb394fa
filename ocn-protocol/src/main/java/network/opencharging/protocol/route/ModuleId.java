package network.opencharging.protocol.route;

import java.util.Locale;
import java.util.Optional;

/**
 * The identifier of an OCPI module (OCPI 2.2.1 §6.2.4), open: a custom module such as {@code
 * nltnm-tokens} is as good as a known one.
 *
 * @param value the identifier in lower case, as it stands in version details and in paths
 */
public record ModuleId(String value) {
    /** OCPI 2.2.1 §10. */
    public static final ModuleId CDRS = new ModuleId("cdrs");

    /** OCPI 2.2.1 §14. */
    public static final ModuleId CHARGING_PROFILES = new ModuleId("chargingprofiles");

    /** OCPI 2.2.1 §13. */
    public static final ModuleId COMMANDS = new ModuleId("commands");

    /** OCPI 2.2.1 §7. */
    public static final ModuleId CREDENTIALS = new ModuleId("credentials");

    /** OCPI 2.2.1 §15. */
    public static final ModuleId HUB_CLIENT_INFO = new ModuleId("hubclientinfo");

    /** OCPI 2.2.1 §8. */
    public static final ModuleId LOCATIONS = new ModuleId("locations");

    /** OCPI 2.2.1 §9. */
    public static final ModuleId SESSIONS = new ModuleId("sessions");

    /** OCPI 2.2.1 §11. */
    public static final ModuleId TARIFFS = new ModuleId("tariffs");

    /** OCPI 2.2.1 §12. */
    public static final ModuleId TOKENS = new ModuleId("tokens");

    /** OCPI 2.2.1 §6. */
    public static final ModuleId VERSIONS = new ModuleId("versions");

    /**
     * Folds to lower case.
     *
     * @throws IllegalArgumentException when the text cannot stand as one segment of a path
     */
    public ModuleId {
        value = value.toLowerCase(Locale.ROOT);
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "module identifier must be 1 to 64 letters, digits, '-', '_' or '.'");
        }
    }

    /** The module of that identifier; empty when the text cannot stand as one segment of a path. */
    public static Optional<ModuleId> of(String value) {
        return isWellFormed(value.toLowerCase(Locale.ROOT))
                ? Optional.of(new ModuleId(value))
                : Optional.empty();
    }

    private static boolean isWellFormed(String value) {
        return !value.isEmpty()
                && value.length() <= 64
                && value.chars().allMatch(ModuleId::mayStand);
    }

    private static boolean mayStand(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    @Override
    public String toString() {
        return value;
    }
}
