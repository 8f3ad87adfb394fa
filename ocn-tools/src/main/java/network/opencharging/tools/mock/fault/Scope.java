package network.opencharging.tools.mock.fault;

import network.opencharging.tools.http.Request;

import java.util.Locale;
import java.util.Optional;

/**
 * Which requests a fault is for.
 *
 * @param module only those of this module
 * @param method only those with this method
 * @param skip how many of them are spared first
 * @param times how many of them are hit then
 */
public record Scope(Optional<String> module, Optional<String> method, int skip, int times) {
    /** Every request. */
    public static final Scope ALL =
            new Scope(Optional.empty(), Optional.empty(), 0, Integer.MAX_VALUE);

    /** Whether the fault was given a scope of its own, in place of the usual one. */
    boolean isNarrow() {
        return module.isPresent() || method.isPresent();
    }

    boolean fits(Request request) {
        return module.map(name -> request.segments().contains(name.toLowerCase(Locale.ROOT)))
                        .orElse(true)
                && method.map(request.method()::equalsIgnoreCase).orElse(true);
    }
}
