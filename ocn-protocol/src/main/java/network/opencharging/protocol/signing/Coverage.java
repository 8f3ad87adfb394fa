package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.signing.OcnVerifier.Order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Whether the listed fields are exactly the values of the message. */
sealed interface Coverage {
    /** Names in quotes, indexes without leading zeros: nothing that would have to be evaluated. */
    Pattern PLAIN_PATH =
            Pattern.compile(
                    "\\$\\['(headers|params|body)'\\](\\['[^']*+'\\]|\\[(0|[1-9][0-9]{0,8})\\])*+");

    /** What old nodes add to an answer after it was signed. */
    String STATUS = "$['body']['ocn_verification_status']";

    /** The signature itself, where an answer carries it. */
    String SIGNATURE = "$['body']['ocn_signature']";

    /**
     * They are.
     *
     * @param leaves the values by their paths as listed, in the order of the list
     */
    record Whole(SequencedMap<String, Json> leaves) implements Coverage {}

    /**
     * They are not.
     *
     * @param flaw why
     */
    record Lacking(Flaw flaw) implements Coverage {}

    /** Holds the list against the values. */
    static Coverage of(SignedValues values, List<String> fields, Order order) {
        SequencedMap<String, Json> asIs = Walk.leaves(values, Walk.Order.DOCUMENT);
        return isListed(asIs, fields) ? new Whole(asIs) : of(values, asIs, fields, order);
    }

    /** What nearly every signer lists: every value, as they stand in the message. */
    private static boolean isListed(SequencedMap<String, Json> leaves, List<String> fields) {
        leaves.remove(SIGNATURE);
        if (fields.isEmpty() || fields.size() != leaves.size()) {
            return false;
        }
        Iterator<String> listed = fields.iterator();
        for (String path : leaves.sequencedKeySet()) {
            if (!path.equals(listed.next()) || !isPlain(path)) {
                return false;
            }
        }
        return true;
    }

    /** {@link #PLAIN_PATH} for a path that begins with one of the three roots. */
    private static boolean isPlain(String path) {
        int at = path.indexOf(']') + 1;
        while (at < path.length()) {
            int end = endOfSegment(path, at);
            if (end < 0) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private static int endOfSegment(String path, int at) {
        if (path.startsWith("['", at)) {
            int quote = path.indexOf('\'', at + 2);
            return path.startsWith("']", quote) ? quote + 2 : -1;
        }
        int end = path.indexOf(']', at);
        boolean index = path.charAt(at) == '[' && end - at > 1 && end - at <= 10;
        for (int i = at + 1; index && i < end; i++) {
            index = Character.digit(path.charAt(i), 10) >= 0 && path.charAt(i) < 0x80;
        }
        return index && (path.charAt(at + 1) != '0' || end - at == 2) ? end + 1 : -1;
    }

    private static Coverage of(
            SignedValues values,
            SequencedMap<String, Json> leaves,
            List<String> fields,
            Order order) {
        Optional<Flaw> strange = strange(fields);
        if (strange.isPresent()) {
            return new Lacking(strange.get());
        }
        if (!fields.contains(STATUS)) {
            leaves.remove(STATUS);
        }
        // Signers may list the names as they wrote them and compare them in lower case.
        List<String> lowerCase =
                fields.stream().map(path -> path.toLowerCase(Locale.ROOT)).toList();
        if (leaves.keySet().equals(new HashSet<>(fields))) {
            return ordered(values, leaves, fields, fields, order);
        }
        if (lowerCase.size() == leaves.size() && leaves.keySet().equals(new HashSet<>(lowerCase))) {
            return ordered(values, leaves, fields, lowerCase, order);
        }
        return new Lacking(difference(leaves.keySet(), fields));
    }

    private static Optional<Flaw> strange(List<String> fields) {
        if (fields.isEmpty()) {
            return Optional.of(new Flaw.NothingSigned());
        }
        Set<String> seen = new HashSet<>();
        for (String path : fields) {
            if (!PLAIN_PATH.matcher(path).matches()) {
                return Optional.of(new Flaw.StrangePath(path));
            }
            if (!seen.add(path)) {
                return Optional.of(new Flaw.ListedTwice(path));
            }
        }
        return Optional.empty();
    }

    private static Flaw difference(Set<String> present, List<String> fields) {
        Set<String> listed = new LinkedHashSet<>(fields);
        Optional<String> absent =
                listed.stream().filter(path -> !present.contains(path)).findFirst();
        return present.stream()
                .filter(path -> !listed.contains(path))
                .findFirst()
                .<Flaw>map(Flaw.NotCovered::new)
                .or(() -> absent.map(Flaw.NotThere::new))
                .orElseGet(Flaw.NothingSigned::new);
    }

    private static Coverage ordered(
            SignedValues values,
            SequencedMap<String, Json> leaves,
            List<String> listed,
            List<String> present,
            Order order) {
        if (order == Order.AS_RECEIVED) {
            Optional<String> misplaced = misplaced(values, leaves.sequencedKeySet(), present);
            if (misplaced.isPresent()) {
                return new Lacking(new Flaw.OutOfOrder(misplaced.get()));
            }
        }
        SequencedMap<String, Json> inOrder = new LinkedHashMap<>();
        for (int i = 0; i < listed.size(); i++) {
            Json leaf = leaves.get(present.get(i));
            if (leaf != null) {
                inOrder.put(listed.get(i), leaf);
            }
        }
        return new Whole(inOrder);
    }

    /**
     * The first path out of order. Headers stand as in the message or in the order of the JVM
     * library; everything else as in the message or as JavaScript enumerates it.
     */
    private static Optional<String> misplaced(
            SignedValues values, Set<String> document, List<String> listed) {
        List<String> script =
                Walk.leaves(values, Walk.Order.ECMASCRIPT).sequencedKeySet().stream()
                        .filter(document::contains)
                        .toList();
        List<String> asIs = List.copyOf(document);
        return firstDifference(listed, asIs)
                .flatMap(path -> firstDifference(listed, script).map(_ -> path))
                .flatMap(path -> firstDifference(listed, headersSorted(asIs)).map(_ -> path))
                .flatMap(path -> firstDifference(listed, headersSorted(script)).map(_ -> path));
    }

    private static Optional<String> firstDifference(List<String> listed, List<String> expected) {
        for (int i = 0; i < listed.size(); i++) {
            if (!listed.get(i).equals(expected.get(i))) {
                return Optional.of(listed.get(i));
            }
        }
        return Optional.empty();
    }

    private static List<String> headersSorted(List<String> paths) {
        List<String> known = new ArrayList<>(SignedValues.REQUEST_HEADERS);
        known.addAll(SignedValues.ANSWER_HEADERS);
        String headers = Walk.member("$", SignedValues.HEADERS);
        UnaryOperator<String> name =
                path -> path.substring(headers.length() + 2, path.length() - 2);
        List<String> sorted =
                new ArrayList<>(paths.stream().filter(path -> path.startsWith(headers)).toList());
        sorted.sort(Comparator.comparingInt(path -> known.indexOf(name.apply(path))));
        paths.stream().filter(path -> !path.startsWith(headers)).forEach(sorted::add);
        return sorted;
    }
}
