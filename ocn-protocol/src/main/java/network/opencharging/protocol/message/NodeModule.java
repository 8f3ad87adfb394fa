package network.opencharging.protocol.message;

import network.opencharging.protocol.route.ModuleId;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names that nodes give to modules; every other module is {@code CUSTOM} with its id. */
final class NodeModule {
    private static final String CUSTOM = "CUSTOM";
    private static final Map<String, ModuleId> BY_NAME =
            new TreeMap<>(
                    Map.of(
                            "CDRS", ModuleId.CDRS,
                            "CHARGING_PROFILES", ModuleId.CHARGING_PROFILES,
                            "COMMANDS", ModuleId.COMMANDS,
                            "CREDENTIALS", ModuleId.CREDENTIALS,
                            "HUB_CLIENT_INFO", ModuleId.HUB_CLIENT_INFO,
                            "LOCATIONS", ModuleId.LOCATIONS,
                            "SESSIONS", ModuleId.SESSIONS,
                            "TARIFFS", ModuleId.TARIFFS,
                            "TOKENS", ModuleId.TOKENS,
                            "VERSIONS", ModuleId.VERSIONS));

    private NodeModule() {}

    static String nameOf(ModuleId module) {
        return BY_NAME.entrySet().stream()
                .filter(known -> known.getValue().equals(module))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(CUSTOM);
    }

    static Optional<String> customIdOf(ModuleId module) {
        return BY_NAME.containsValue(module) ? Optional.empty() : Optional.of(module.value());
    }

    /** The module of that name, which some write in lower case. */
    static Optional<ModuleId> of(String name, Optional<String> customId) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(CUSTOM)
                ? customId.flatMap(ModuleId::of)
                : Optional.ofNullable(BY_NAME.get(upper));
    }
}
