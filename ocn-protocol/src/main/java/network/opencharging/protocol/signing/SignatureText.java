package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.pack.Packer;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.pack.Unpacking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes the JSON of a signature. */
final class SignatureText {
    private static final Set<String> MEMBERS =
            Set.of("fields", "hash", "rsv", "signatory", "rewrites");
    private static final Set<String> REWRITE_MEMBERS =
            Set.of("rewrittenFields", "hash", "rsv", "signatory");

    private SignatureText() {}

    static Json.Obj json(OcnSignature signature) {
        return Json.Obj.EMPTY
                .with("fields", Json.array(signature.fields().stream().map(Json::text).toList()))
                .with("hash", signature.hash())
                .with("rsv", signature.rsv())
                .with("signatory", signature.signatory().text())
                .with(
                        "rewrites",
                        Json.array(
                                signature.rewrites().stream().map(SignatureText::json).toList()));
    }

    private static Json.Obj json(OcnSignature.Rewrite rewrite) {
        return Json.Obj.EMPTY
                .with("rewrittenFields", rewrite.rewrittenFields())
                .with("hash", rewrite.hash())
                .with("rsv", rewrite.rsv())
                .with("signatory", rewrite.signatory().text());
    }

    static OcnSignature.Reading read(String text, Packer packer) {
        return switch (packer.unpack(text)) {
            case Unpacking.Unreadable(String why) -> new OcnSignature.Reading.Unreadable(why);
            case Unpacking.Unpacked(byte[] content, Packing packing) -> read(content, packing);
        };
    }

    private static OcnSignature.Reading read(byte[] content, Packing packing) {
        return switch (JsonReader.standard().read(content)) {
            case JsonReading.Malformed(String why, long _) ->
                    new OcnSignature.Reading.Unreadable("not JSON: " + why);
            case JsonReading.Read(Json value) ->
                    signature(value)
                            .<OcnSignature.Reading>map(
                                    read -> new OcnSignature.Reading.Read(read, packing))
                            .orElseGet(() ->
                                    new OcnSignature.Reading.Unreadable(
                                            "not an object of fields, hash, rsv, signatory"
                                                    + " and rewrites"));
        };
    }

    /** Published JVM software refuses unknown members too: nobody can vouch for them. */
    private static Optional<OcnSignature> signature(Json value) {
        return objectOf(value, MEMBERS)
                .flatMap(object ->
                        texts(object.member("fields"))
                                .flatMap(fields -> signature(object, fields)));
    }

    private static Optional<OcnSignature> signature(Json.Obj object, List<String> fields) {
        Optional<String> hash = object.textOf("hash");
        Optional<String> rsv = object.textOf("rsv");
        Optional<Address> signatory = object.textOf("signatory").flatMap(Address::parse);
        Optional<List<OcnSignature.Rewrite>> rewrites = rewrites(object.member("rewrites"));
        return hash.isPresent() && rsv.isPresent() && signatory.isPresent() && rewrites.isPresent()
                ? Optional.of(
                        new OcnSignature(
                                fields, hash.get(), rsv.get(), signatory.get(), rewrites.get()))
                : Optional.empty();
    }

    private static Optional<List<OcnSignature.Rewrite>> rewrites(Optional<Json> value) {
        if (value.isEmpty()) {
            return Optional.of(List.of());
        }
        if (!(value.get() instanceof Json.Arr(List<Json> items))) {
            return Optional.empty();
        }
        List<OcnSignature.Rewrite> rewrites = new ArrayList<>();
        for (Json item : items) {
            Optional<OcnSignature.Rewrite> rewrite = rewrite(item);
            if (rewrite.isEmpty()) {
                return Optional.empty();
            }
            rewrites.add(rewrite.get());
        }
        return Optional.of(rewrites);
    }

    private static Optional<OcnSignature.Rewrite> rewrite(Json value) {
        Optional<Json.Obj> object = objectOf(value, REWRITE_MEMBERS);
        Optional<Json.Obj> fields = object.flatMap(it -> it.objectOf("rewrittenFields"));
        Optional<String> hash = object.flatMap(it -> it.textOf("hash"));
        Optional<String> rsv = object.flatMap(it -> it.textOf("rsv"));
        Optional<Address> signatory =
                object.flatMap(it -> it.textOf("signatory")).flatMap(Address::parse);
        return fields.isPresent() && hash.isPresent() && rsv.isPresent() && signatory.isPresent()
                ? Optional.of(
                        new OcnSignature.Rewrite(
                                fields.get(), hash.get(), rsv.get(), signatory.get()))
                : Optional.empty();
    }

    private static Optional<Json.Obj> objectOf(Json value, Set<String> members) {
        return value instanceof Json.Obj object && members.containsAll(object.members().keySet())
                ? Optional.of(object)
                : Optional.empty();
    }

    private static Optional<List<String>> texts(Optional<Json> value) {
        if (value.isEmpty() || !(value.get() instanceof Json.Arr(List<Json> items))) {
            return Optional.empty();
        }
        List<String> texts = items.stream().flatMap(item -> item.asText().stream()).toList();
        return texts.size() == items.size() ? Optional.of(texts) : Optional.empty();
    }
}
