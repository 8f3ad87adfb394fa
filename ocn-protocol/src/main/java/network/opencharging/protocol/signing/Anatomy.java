package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.Curve;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.Signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * A signature taken apart beside the values that it is shown with, for a person who looks for a
 * fault. It judges nothing: that is what {@link OcnVerifier} does.
 *
 * @param parts the listed values in the order of the list, then those that are not listed
 * @param states the message as it stands, then as it was before each rewrite, newest first
 */
public record Anatomy(List<Part> parts, List<State> states) {

    /** Keeps copies that nobody can change. */
    public Anatomy {
        parts = List.copyOf(parts);
        states = List.copyOf(states);
    }

    /**
     * One value.
     *
     * @param path as listed, or where it stands when it is not listed
     * @param listed whether the signature lists it
     * @param value the value; empty when the signature lists what is not there
     */
    public record Part(String path, boolean listed, Optional<Json> value) {}

    /**
     * The message at one time.
     *
     * @param originals what was put back to come to this state, by the paths
     * @param claimed who says to have signed it
     * @param recovered who made the signature, whatever it says; empty when nobody can have
     * @param hash what was signed
     * @param joined the joined values, and below each the way of writing numbers: one way when
     *     there is no number
     */
    public record State(
            Json.Obj originals,
            Address claimed,
            Optional<Address> recovered,
            String hash,
            SequencedMap<NumberText, String> joined) {

        /** The hash of the values when numbers are written that way. */
        public String hashOf(NumberText numbers) {
            return OcnSigner.hashOf(joined.getOrDefault(numbers, ""));
        }

        /** The way of writing numbers that gives the hash; empty when the values are others. */
        public Optional<NumberText> fitting() {
            return joined.keySet().stream()
                    .filter(numbers -> hashOf(numbers).equals(hash))
                    .findFirst();
        }
    }

    /** Takes a signature apart. */
    public static Anatomy of(SignedValues values, OcnSignature signature) {
        SequencedMap<String, Json> present = Walk.leaves(values, Walk.Order.DOCUMENT);
        present.remove(Coverage.SIGNATURE);
        List<Part> parts = new ArrayList<>();
        SequencedMap<String, Json> now = new LinkedHashMap<>();
        for (String path : signature.fields()) {
            Optional<Json> value = take(present, path);
            parts.add(new Part(path, true, value));
            value.ifPresent(json -> now.put(path, json));
        }
        present.forEach((path, json) -> parts.add(new Part(path, false, Optional.of(json))));
        return new Anatomy(parts, states(now, signature));
    }

    /** Signers may list the names as they wrote them; the values have them in lower case. */
    private static Optional<Json> take(Map<String, Json> present, String path) {
        return Stream.of(path, path.toLowerCase(Locale.ROOT))
                .flatMap(name -> Optional.ofNullable(present.remove(name)).stream())
                .findFirst();
    }

    private static List<State> states(SequencedMap<String, Json> now, OcnSignature signature) {
        List<State> states = new ArrayList<>();
        states.add(
                state(
                        Json.Obj.EMPTY,
                        now,
                        signature.signatory(),
                        signature.hash(),
                        signature.rsv()));
        SequencedMap<String, Json> then = new LinkedHashMap<>(now);
        for (OcnSignature.Rewrite rewrite : signature.rewrites().reversed()) {
            then.putAll(rewrite.rewrittenFields().members());
            states.add(
                    state(
                            rewrite.rewrittenFields(),
                            then,
                            rewrite.signatory(),
                            rewrite.hash(),
                            rewrite.rsv()));
        }
        return states;
    }

    private static State state(
            Json.Obj originals,
            SequencedMap<String, Json> leaves,
            Address claimed,
            String hash,
            String rsv) {
        Digest digest = Digest.ofPersonalMessage(hash.getBytes(StandardCharsets.US_ASCII));
        Optional<Address> recovered =
                Signature.parse(rsv)
                        .flatMap(signature -> Curve.fastest().recover(digest, signature));
        return new State(originals, claimed, recovered, hash, joined(leaves));
    }

    private static SequencedMap<NumberText, String> joined(SequencedMap<String, Json> leaves) {
        boolean hasNumber = leaves.values().stream().anyMatch(Json.Num.class::isInstance);
        SequencedMap<NumberText, String> joined = new LinkedHashMap<>();
        for (NumberText numbers : NumberText.values()) {
            if (hasNumber || joined.isEmpty()) {
                StringBuilder message = new StringBuilder();
                leaves.values().stream()
                        .filter(Walk::isSigned)
                        .forEach(leaf -> message.append(numbers.of(leaf)));
                joined.put(numbers, message.toString());
            }
        }
        return joined;
    }
}
