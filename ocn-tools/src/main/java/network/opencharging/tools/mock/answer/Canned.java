package network.opencharging.tools.mock.answer;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.expect.Like;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.ocpi.OcpiRequest;
import network.opencharging.tools.ocpi.Outcome;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One answer that was prepared, and to which requests it is given. */
public final class Canned {
    private final When when;
    private final Outcome outcome;
    private final AtomicInteger left;

    /**
     * Which requests.
     *
     * @param method only this method
     * @param module only this module
     * @param path only paths that end with this, whatever the case
     * @param body only bodies like this
     */
    public record When(
            Optional<String> method,
            Optional<String> module,
            Optional<String> path,
            Optional<Json> body) {

        boolean fits(ModuleId asked, OcpiRequest request) {
            String whole = "/" + String.join("/", request.path());
            return method.map(request.method()::equalsIgnoreCase).orElse(true)
                    && module.map(asked.value()::equalsIgnoreCase).orElse(true)
                    && path.map(end -> endsWith(whole, end)).orElse(true)
                    && body.map(wanted -> isLike(wanted, request)).orElse(true);
        }

        private static boolean endsWith(String path, String end) {
            return path.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
        }

        private static boolean isLike(Json wanted, OcpiRequest request) {
            Optional<Json> body =
                    request.body()
                            .map(JsonText::write)
                            .flatMap(text -> JsonReader.standard().read(text).optional());
            return Like.difference(wanted, body, "$").isEmpty();
        }
    }

    /**
     * An answer.
     *
     * @param times how often it is given
     */
    public Canned(When when, Outcome outcome, int times) {
        this.when = when;
        this.outcome = outcome;
        this.left = new AtomicInteger(times);
    }

    Optional<Outcome> to(ModuleId module, OcpiRequest request) {
        return when.fits(module, request) && left.getAndUpdate(n -> n > 0 ? n - 1 : n) > 0
                ? Optional.of(outcome)
                : Optional.empty();
    }
}
