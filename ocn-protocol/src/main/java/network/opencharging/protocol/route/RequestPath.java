package network.opencharging.protocol.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The path of a request to a node, taken apart. Three shapes are served:
 *
 * <ul>
 *   <li>{@code /ocpi/{sender|receiver}/{version}/{module}/...}, both generations of nodes
 *   <li>{@code /ocpi/{version}/{sender|receiver}/{module}/...}, the charging profiles of old nodes
 *   <li>{@code /ocpi/custom/{sender|receiver}/{module}/...}, modules that OCPI does not know
 * </ul>
 *
 * @param version the version in the path; empty in the custom shape
 * @param module the module
 * @param role the side that is addressed
 * @param rest what follows, as it was sent, without slashes at either end
 */
public record RequestPath(
        Optional<String> version, ModuleId module, InterfaceRole role, String rest) {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,2}){1,2}");
    private static final String CUSTOM = "custom";

    /** Modules of which a node itself is the counterpart: they have places of their own. */
    private static final Set<String> NOT_FORWARDED = Set.of("credentials", "versions");

    /**
     * Takes the path apart, from {@code /ocpi} on and without query; empty when it has none of the
     * three shapes.
     */
    public static Optional<RequestPath> parse(String path) {
        List<String> parts = Arrays.asList(path.split("/", 6));
        if (parts.size() < 5 || !parts.get(0).isEmpty() || !parts.get(1).equals("ocpi")) {
            return Optional.empty();
        }
        String rest = parts.size() > 5 ? parts.get(5) : "";
        String first = parts.get(2);
        String second = parts.get(3);
        Optional<InterfaceRole> role = role(first).or(() -> role(second));
        String version = role(first).isPresent() ? second : first;
        boolean custom = version.equals(CUSTOM) && role(first).isEmpty();
        if (role.isEmpty() || !(custom || VERSION.matcher(version).matches())) {
            return Optional.empty();
        }
        return module(parts.get(4))
                .map(module ->
                        new RequestPath(
                                custom ? Optional.empty() : Optional.of(version),
                                module,
                                role.get(),
                                rest));
    }

    private static Optional<InterfaceRole> role(String text) {
        return switch (text) {
            case "sender" -> Optional.of(InterfaceRole.SENDER);
            case "receiver" -> Optional.of(InterfaceRole.RECEIVER);
            default -> Optional.empty();
        };
    }

    private static Optional<ModuleId> module(String text) {
        return ModuleId.of(text).filter(module -> !NOT_FORWARDED.contains(module.value()));
    }

    /** The key of the route table for a request with this path and that method. */
    public RouteKey key(HttpMethod method) {
        return new RouteKey(module, role, method, rest);
    }

    /**
     * The path under which a node of that version offers this module and side: {@code
     * /ocpi/sender/2.2.1/locations}.
     */
    public static String endpoint(String version, ModuleId module, InterfaceRole role) {
        return "/ocpi/%s/%s/%s".formatted(role.name().toLowerCase(Locale.ROOT), version, module);
    }

    /** The path of a module that OCPI does not know: {@code /ocpi/custom/sender/nltnm-tokens}. */
    public static String customEndpoint(ModuleId module, InterfaceRole role) {
        return "/ocpi/custom/%s/%s".formatted(role.name().toLowerCase(Locale.ROOT), module);
    }
}
