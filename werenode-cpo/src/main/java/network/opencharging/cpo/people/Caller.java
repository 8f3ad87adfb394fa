package network.opencharging.cpo.people;

import java.util.Optional;

/**
 * Who asks.
 *
 * @param name as it stands in the audit
 * @param role what he may do
 * @param tenant to whose things he is limited; empty: to none
 */
public record Caller(String name, Role role, Optional<String> tenant) {
    /** Whoever has the operator's key. */
    public static final Caller KEY = new Caller("key", Role.ADMIN, Optional.empty());

    /** Whether all of the backend is his. */
    public boolean isOfTheHouse() {
        return tenant.isEmpty();
    }

    /** One line, for another process. */
    public String line() {
        return role + " " + tenant.orElse("-") + " " + name;
    }

    /** What {@link #line} wrote; empty: something else. */
    public static Optional<Caller> of(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<String> tenant = parts[1].equals("-") ? Optional.empty() : Optional.of(parts[1]);
        return switch (parts[0]) {
            case "VIEWER" -> Optional.of(new Caller(parts[2], Role.VIEWER, tenant));
            case "OPERATOR" -> Optional.of(new Caller(parts[2], Role.OPERATOR, tenant));
            case "ADMIN" -> Optional.of(new Caller(parts[2], Role.ADMIN, tenant));
            default -> Optional.empty();
        };
    }
}
