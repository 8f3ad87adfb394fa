package network.opencharging.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.pack.Packing;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the published implementations made and themselves accept, we accept; what they forge, not.
 */
class NotaryVectorsTest {
    private static final Json TRUE = Json.bool(true);

    private final Vectors vectors = Vectors.read();
    private final OcnVerifier verifier =
            new OcnVerifier(RewrittenPaths.any(), OcnVerifier.Order.AS_RECEIVED);

    @TestFactory
    Stream<DynamicTest> signaturesThatTheirOwnMakerAcceptsAreAccepted() {
        return vectors.list("vectors").stream().flatMap(this::accepted);
    }

    private Stream<DynamicTest> accepted(Json.Obj vector) {
        SignedValues values = Vectors.values(Vectors.text(vector, "final_values_json"));
        List<DynamicTest> tests = new ArrayList<>();
        for (String maker : List.of("js", "jvm", "jvm_node_v2_gzip")) {
            Json.Obj made = vector.objectOf(maker).orElseThrow();
            if (made.objectOf("verify")
                    .flatMap(it -> it.member("isValid"))
                    .equals(Optional.of(TRUE))) {
                for (String form :
                        List.of(
                                "ocn_signature",
                                "ocn_signature_gzip_variant",
                                "plain_base64_variant")) {
                    made.textOf(form)
                            .ifPresent(text ->
                                    tests.add(
                                            dynamicTest(
                                                    Vectors.text(vector, "id")
                                                            + " by "
                                                            + maker
                                                            + " as "
                                                            + form,
                                                    () -> assertValid(values, text))));
                }
            }
        }
        return tests.stream();
    }

    private void assertValid(SignedValues values, String signature) {
        assertThat(verifier.verify(values, signature)).isInstanceOf(Verification.Valid.class);
    }

    @TestFactory
    Stream<DynamicTest> numbersThatOldNodesPutInto32BitsAreAcceptedAsTheyWereSigned() {
        return Vectors.objects(vectors.object("typed_float_body"), "results").stream()
                .map(result ->
                        dynamicTest(
                                Vectors.text(result, "literal"),
                                () ->
                                        assertValid(
                                                Vectors.values(Vectors.text(result, "values_json")),
                                                Vectors.text(result, "ocn_signature"))));
    }

    @TestFactory
    Stream<DynamicTest> forgeriesAreRefused() {
        return vectors.list("negative_vectors").stream()
                .map(vector ->
                        dynamicTest(
                                Vectors.text(vector, "id"),
                                () ->
                                        assertThat(
                                                        verifier.verify(
                                                                Vectors.values(
                                                                        Vectors.text(
                                                                                vector,
                                                                                "presented_values_json")),
                                                                Vectors.text(
                                                                        vector, "ocn_signature")))
                                                .isInstanceOf(Verification.Refused.class)));
    }

    @TestFactory
    Stream<DynamicTest> weSignAsBothLibrariesDoWhereverTheyAgree() {
        return vectors.list("vectors").stream()
                .flatMap(vector -> {
                    List<Json.Obj> js = signSteps(vector);
                    List<Json.Obj> jvm = signSteps(vector.objectOf("jvm").orElseThrow());
                    List<DynamicTest> tests = new ArrayList<>();
                    for (int i = 0; i < js.size(); i++) {
                        Optional<String> hash = js.get(i).textOf("hash");
                        if (hash.isPresent() && hash.equals(jvm.get(i).textOf("hash"))) {
                            Json.Obj step = js.get(i);
                            tests.add(
                                    dynamicTest(
                                            Vectors.text(vector, "id") + " step " + i,
                                            () -> assertSameSignature(step)));
                        }
                    }
                    return tests.stream();
                });
    }

    private static List<Json.Obj> signSteps(Json.Obj made) {
        return Vectors.objects(made, "steps").stream()
                .filter(step -> Vectors.text(step, "op").equals("sign"))
                .toList();
    }

    private void assertSameSignature(Json.Obj step) {
        OcnSignature ours =
                signer(Vectors.text(step, "signer"))
                        .sign(Vectors.values(Vectors.text(step, "values_json")));
        assertThat(ours.hash()).isEqualTo(Vectors.text(step, "hash"));
        assertThat(ours.rsv()).isEqualTo(Vectors.text(step, "rsv"));
        assertThat(ours.signatory().text()).isEqualTo(Vectors.text(step, "signatory"));
    }

    private OcnSigner signer(String name) {
        String secret = Vectors.text(vectors.object("keys"), name, "private_key");
        return new OcnSigner(PrivateKey.parse(secret).orElseThrow());
    }

    @TestFactory
    Stream<DynamicTest> weWriteAndRewriteTheVeryTextOfTheJavaScriptLibrary() {
        return vectors.list("vectors").stream()
                .filter(vector -> !Vectors.text(vector, "id").startsWith("v34"))
                .map(vector ->
                        dynamicTest(
                                Vectors.text(vector, "id"),
                                () ->
                                        assertThat(signed(vector).pack(Packing.BROTLI))
                                                .isEqualTo(
                                                        Vectors.text(
                                                                vector, "js", "ocn_signature"))));
    }

    private OcnSignature signed(Json.Obj vector) {
        Optional<OcnSignature> signature = Optional.empty();
        Json.Obj stash = Json.Obj.EMPTY;
        for (Json.Obj step : Vectors.objects(vector, "steps")) {
            if (Vectors.text(step, "op").equals("stash")) {
                stash = Vectors.values(Vectors.text(step, "rewritten_fields_json")).root();
            } else {
                SignedValues values = Vectors.values(Vectors.text(step, "values_json"));
                OcnSigner signer = signer(Vectors.text(step, "signer"));
                Json.Obj originals = stash;
                signature =
                        Optional.of(
                                signature
                                        .map(before -> signer.rewrite(before, originals, values))
                                        .orElseGet(() -> signer.sign(values)));
            }
        }
        return signature.orElseThrow();
    }
}
