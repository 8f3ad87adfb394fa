package network.opencharging.bridge.api;

import network.opencharging.bridge.model.OcpiTime;
import network.opencharging.bridge.model.Spelling;
import network.opencharging.protocol.party.PartyId;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is wrong with the parameters of a request. One that is misspelt, empty or there twice would
 * be passed over without a word, and something else be done than was meant: it is refused by name.
 */
public final class Parameters {
    private Parameters() {}

    /** What the value of a parameter has to be. */
    public enum Kind {
        /** A number without sign. */
        NUMBER("must be a number"),
        /** A moment. */
        TIME("must be a time such as 2026-11-21T10:00:00Z"),
        /** Yes or no. */
        FLAG("must be true or false"),
        /** A party. */
        PARTY("must name a party, such as NL-BOB"),
        /** Several parties, or none at all. */
        PARTIES("must name parties, such as NL-BOB,DE-CEE"),
        /** Anything. */
        TEXT("must have a value");

        private final String wanted;

        Kind(String wanted) {
            this.wanted = wanted;
        }

        private boolean fits(String value) {
            return switch (this) {
                case NUMBER -> value.matches("[0-9]{1,18}");
                case TIME -> OcpiTime.read(value).isPresent();
                case FLAG -> value.equals("true") || value.equals("false");
                case PARTY -> PartyId.parse(value).isPresent();
                case PARTIES ->
                        Arrays.stream(value.split(","))
                                .filter(name -> !name.isBlank())
                                .allMatch(name -> PartyId.parse(name).isPresent());
                case TEXT -> !value.isBlank();
            };
        }
    }

    /** The refusal that names the first one that is wrong; empty when all are as they must be. */
    public static Optional<ApiReply> wrong(ApiRequest request, Map<String, Kind> known) {
        return request.query().entrySet().stream()
                .flatMap(one -> fault(one.getKey(), one.getValue(), known).stream())
                .findFirst()
                .map(fault -> ApiReply.wrong(400, fault));
    }

    private static Optional<String> fault(
            String name, List<String> values, Map<String, Kind> known) {
        Kind kind = known.get(name);
        if (kind == null) {
            return Optional.of(unknown(name, known));
        }
        if (values.size() > 1) {
            return Optional.of("%s must be given once.".formatted(name));
        }
        return kind.fits(values.getFirst())
                ? Optional.empty()
                : Optional.of("%s %s.".formatted(name, kind.wanted));
    }

    private static String unknown(String name, Map<String, Kind> known) {
        if (known.isEmpty()) {
            return "There is no parameter %s here, and no other.".formatted(name);
        }
        return "There is no parameter %s here%s; there are: %s."
                .formatted(
                        name,
                        Spelling.meant(name, known.keySet())
                                .map(meant -> " (did you mean " + meant + "?)")
                                .orElse(""),
                        String.join(", ", new TreeSet<>(known.keySet())));
    }
}
