package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Digest;
import network.opencharging.protocol.key.Signer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * Makes OCN signatures in the name of one signer. Numbers are written as JavaScript writes them:
 * wherever the published libraries agree with each other, they agree with this.
 */
public final class OcnSigner {
    private final Signer signer;

    /** A signer of OCN signatures. */
    public OcnSigner(Signer signer) {
        this.signer = signer;
    }

    /** Signs the values. */
    public OcnSignature sign(SignedValues values) {
        return sign(values, List.of());
    }

    /**
     * Signs values that were signed before and changed since: the old signature is kept with what
     * was changed, so that a verifier can undo the change and check it too.
     *
     * @param before the signature of the values as they came
     * @param originals what the changed values were, by their paths (see {@link RewrittenPaths});
     *     null for a value that was not there. A value that was removed cannot be told: the
     *     published format has no place for it
     * @param now the values as they are to go on
     */
    public OcnSignature rewrite(OcnSignature before, Json.Obj originals, SignedValues now) {
        List<OcnSignature.Rewrite> rewrites = new ArrayList<>(before.rewrites());
        rewrites.add(
                new OcnSignature.Rewrite(
                        originals, before.hash(), before.rsv(), before.signatory()));
        return sign(now, rewrites);
    }

    private OcnSignature sign(SignedValues values, List<OcnSignature.Rewrite> rewrites) {
        SequencedMap<String, Json> leaves = Walk.leaves(values, Walk.Order.DOCUMENT);
        StringBuilder message = new StringBuilder();
        leaves.values().forEach(leaf -> message.append(NumberText.ECMASCRIPT.of(leaf)));
        String hash = hashOf(message.toString());
        return new OcnSignature(
                List.copyOf(leaves.sequencedKeySet()),
                hash,
                "0x" + signer.signPersonal(hash.getBytes(StandardCharsets.US_ASCII)).hex(),
                signer.address(),
                rewrites);
    }

    static String hashOf(String message) {
        return Digest.keccak256(message.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
