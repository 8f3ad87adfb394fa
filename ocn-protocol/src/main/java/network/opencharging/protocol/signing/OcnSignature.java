package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.pack.Packer;
import network.opencharging.protocol.pack.Packing;

import java.util.List;

/**
 * An OCN signature (the published "notary" format) as it stands in the header {@code OCN-Signature}
 * of a request or the member {@code ocn_signature} of an answer. Being well formed says nothing
 * about being true: see {@link OcnVerifier}.
 *
 * @param fields the paths of the signed values, in the order in which they were joined
 * @param hash {@code 0x} and the Keccak-256 hash of the joined values, in hexadecimal digits
 * @param rsv {@code 0x} and the signature of the characters of the hash
 * @param signatory who claims to have signed
 * @param rewrites what was signed before others changed the message, oldest first
 */
public record OcnSignature(
        List<String> fields, String hash, String rsv, Address signatory, List<Rewrite> rewrites) {

    /** Keeps copies that nobody can change. */
    public OcnSignature {
        fields = List.copyOf(fields);
        rewrites = List.copyOf(rewrites);
    }

    /**
     * One signature that a later one replaced, with what the message said then.
     *
     * @param rewrittenFields the values that were changed, by their paths, as they were before;
     *     null for a value that was not there
     * @param hash the hash that was signed then
     * @param rsv the signature of then
     * @param signatory who signed then
     */
    public record Rewrite(Json.Obj rewrittenFields, String hash, String rsv, Address signatory) {}

    /** What came out of reading. */
    public sealed interface Reading {
        /**
         * A well-formed signature.
         *
         * @param signature what it says
         * @param packing how it was packed, so that an answer can be packed alike
         */
        record Read(OcnSignature signature, Packing packing) implements Reading {}

        /**
         * No signature.
         *
         * @param why what is wrong
         */
        record Unreadable(String why) implements Reading {}
    }

    /** Reads the text of a header, however it is packed; never throws. */
    public static Reading read(String text) {
        return SignatureText.read(text, Packer.standard());
    }

    /** The JSON in the order of the published libraries, addresses with their checksum. */
    public Json toJson() {
        return SignatureText.json(this);
    }

    /** The text for a header. */
    public String pack(Packing packing) {
        return Packer.standard().pack(toJson().bytes(), packing);
    }
}
