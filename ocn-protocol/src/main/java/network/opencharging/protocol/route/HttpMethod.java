package network.opencharging.protocol.route;

import java.util.Optional;

/** The HTTP methods of OCPI (OCPI 2.2.1 §4.1). */
public enum HttpMethod {
    /** Reads. */
    GET,
    /** Adds, commands, calls back. */
    POST,
    /** Sets a whole object. */
    PUT,
    /** Changes parts of an object. */
    PATCH,
    /** Removes. */
    DELETE;

    /** The method of that exact, upper-case name. */
    public static Optional<HttpMethod> of(String name) {
        for (HttpMethod method : values()) {
            if (method.name().equals(name)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
