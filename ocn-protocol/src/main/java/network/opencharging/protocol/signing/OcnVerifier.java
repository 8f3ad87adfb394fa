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
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Checks OCN signatures, strictly: the signature must cover every value of the message, in the
 * order of the message, and each value must have the form that OCPI gives it. It takes what any of
 * the published signers writes about such a message, with their differing numbers, header orders
 * and spellings of addresses.
 *
 * <p>The published format joins values without separators, types or names, and does not sign the
 * list of fields. So some forgeries have the very hash of a genuine message, and nobody can tell
 * them from one:
 *
 * <ul>
 *   <li>characters moved between neighbouring values whose form is free, or fixed but still kept
 *       ({@code offset=1&limit=25} as {@code offset=12&limit=5})
 *   <li>a member OCPI does not know under another name, or as text instead of number
 *   <li>null, empty texts, empty lists and empty objects added or removed
 *   <li>the same message sent again, with another method or to another path
 * </ul>
 *
 * <p>What OCPI does know (parameters, headers, the members of its objects) is held against its
 * form, which refuses most of the first two. The others must be met by those who know more: the
 * receiver who knows the path, the node that has seen the correlation id.
 *
 * <p>A verifier changes nothing it is given, keeps nothing, and answers every input with a {@link
 * Verification}; it never throws. Many threads may use it.
 */
public final class OcnVerifier {
    private static final int MOST_REWRITES = 16;
    private static final List<NumberText> WAYS = List.of(NumberText.values());

    private final RewrittenPaths rewritable;
    private final Order order;
    private final Curve curve;

    /** In which order the listed paths must stand. */
    public enum Order {
        /** As the values stand in the message: nobody has written it anew on the way. */
        AS_RECEIVED,
        /**
         * In any order, for messages that came through a node that writes bodies anew. Values can
         * then be exchanged with each other unseen.
         */
        ANY
    }

    /** A verifier with rules of its own. */
    public OcnVerifier(RewrittenPaths rewritable, Order order) {
        this.rewritable = rewritable;
        this.order = order;
        this.curve = Curve.fastest();
    }

    /** A verifier for messages as nodes pass them on. */
    public static OcnVerifier strict() {
        return new OcnVerifier(RewrittenPaths.ofNodes(), Order.AS_RECEIVED);
    }

    /** Checks the text of a signature, however it is packed. */
    public Verification verify(SignedValues values, String signature) {
        return switch (OcnSignature.read(signature)) {
            case OcnSignature.Reading.Unreadable(String why) ->
                    new Verification.Refused(new Flaw.Unreadable(why));
            case OcnSignature.Reading.Read(OcnSignature read, var _) -> verify(values, read);
        };
    }

    /** Checks a signature. */
    public Verification verify(SignedValues values, OcnSignature signature) {
        Optional<Flaw> form = KnownForms.flaw(values);
        if (form.isPresent()) {
            return new Verification.Refused(form.get());
        }
        return switch (Coverage.of(values, signature.fields(), order)) {
            case Coverage.Lacking(Flaw flaw) -> new Verification.Refused(flaw);
            case Coverage.Whole(var leaves) -> verify(leaves, signature);
        };
    }

    private Verification verify(SequencedMap<String, Json> leaves, OcnSignature signature) {
        Attested now = attested(leaves, signature.hash(), signature.rsv(), signature.signatory());
        if (now instanceof Attested.No(Flaw flaw)) {
            return new Verification.Refused(flaw);
        }
        if (signature.rewrites().size() > MOST_REWRITES) {
            return new Verification.Refused(new Flaw.TooManyRewrites(MOST_REWRITES));
        }
        SequencedMap<String, Json> state = new LinkedHashMap<>(leaves);
        List<Verification.Earlier> earlier = new ArrayList<>();
        for (int i = signature.rewrites().size() - 1; i >= 0; i--) {
            OcnSignature.Rewrite rewrite = signature.rewrites().get(i);
            Optional<Flaw> undone = undo(state, rewrite.rewrittenFields());
            Attested then =
                    undone.<Attested>map(Attested.No::new)
                            .orElseGet(() ->
                                    attested(
                                            state,
                                            rewrite.hash(),
                                            rewrite.rsv(),
                                            rewrite.signatory()));
            switch (then) {
                case Attested.No(Flaw flaw) -> {
                    return new Verification.Refused(new Flaw.InRewrite(i, flaw));
                }
                case Attested.Yes(NumberText numbers) ->
                        earlier.add(
                                new Verification.Earlier(
                                        rewrite.signatory(), numbers, rewrite.rewrittenFields()));
            }
        }
        return new Verification.Valid(
                signature.signatory(), ((Attested.Yes) now).numbers(), List.copyOf(earlier));
    }

    /** Whether one signer signed one state of the message. */
    private sealed interface Attested {
        record Yes(NumberText numbers) implements Attested {}

        record No(Flaw flaw) implements Attested {}
    }

    private Attested attested(
            Map<String, Json> leaves, String hash, String rsv, Address signatory) {
        if (!isCanonical(rsv)) {
            return new Attested.No(new Flaw.NotCanonical());
        }
        Optional<NumberText> numbers =
                isLowerHex(hash, 64) ? numbers(leaves, hash) : Optional.empty();
        if (numbers.isEmpty()) {
            return new Attested.No(new Flaw.Modified());
        }
        Optional<Signature> signature = Signature.parse(rsv).filter(Signature::isLowS);
        if (signature.isEmpty()) {
            return new Attested.No(new Flaw.NotCanonical());
        }
        Digest digest = Digest.ofPersonalMessage(hash.getBytes(StandardCharsets.US_ASCII));
        return curve.isBy(signatory, digest, signature.get())
                ? new Attested.Yes(numbers.get())
                : new Attested.No(
                        new Flaw.ForeignSigner(signatory, curve.recover(digest, signature.get())));
    }

    /** r and s in lower case, v as 1b or 1c. */
    private static boolean isCanonical(String rsv) {
        return isLowerHex(rsv, 130) && (rsv.endsWith("1b") || rsv.endsWith("1c"));
    }

    private static boolean isLowerHex(String text, int digits) {
        boolean good = text.length() == digits + 2 && text.startsWith("0x");
        for (int i = 2; good && i < text.length(); i++) {
            char c = text.charAt(i);
            good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return good;
    }

    /** The way of writing numbers that gives the hash, when one does. */
    private static Optional<NumberText> numbers(Map<String, Json> leaves, String hash) {
        boolean hasNumber = hasNumber(leaves);
        for (NumberText numbers : WAYS) {
            StringBuilder message = new StringBuilder(1024);
            for (Json leaf : leaves.values()) {
                message.append(numbers.of(leaf));
            }
            if (OcnSigner.hashOf(message.toString()).equals(hash)) {
                return Optional.of(numbers);
            }
            if (!hasNumber) {
                break;
            }
        }
        return Optional.empty();
    }

    private static boolean hasNumber(Map<String, Json> leaves) {
        for (Json leaf : leaves.values()) {
            if (leaf instanceof Json.Num) {
                return true;
            }
        }
        return false;
    }

    /** Sets the values back that a rewrite changed; the flaw that forbids it, when there is one. */
    private Optional<Flaw> undo(SequencedMap<String, Json> state, Json.Obj originals) {
        for (Map.Entry<String, Json> original : originals.members().entrySet()) {
            String path = original.getKey();
            Json value = original.getValue();
            if (!rewritable.allow(path)) {
                return Optional.of(new Flaw.RewriteNotAllowed(path));
            }
            if (!state.containsKey(path)
                    || value instanceof Json.Obj
                    || value instanceof Json.Arr) {
                return Optional.of(new Flaw.RewriteOfNothing(path));
            }
            Optional<Flaw> form = KnownForms.flaw(path, value);
            if (form.isPresent()) {
                return form;
            }
            state.put(path, value);
        }
        return Optional.empty();
    }
}
