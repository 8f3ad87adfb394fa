package network.opencharging.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.pack.Packing;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Whatever comes over the wire, the verifier answers, and changes nothing. */
class NoInputThrowsTest {
    private static final String ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= {}[]\":,\\u$'";

    private final RandomGenerator random = new Random(20_260_101);
    private final OcnVerifier verifier =
            new OcnVerifier(RewrittenPaths.any(), OcnVerifier.Order.AS_RECEIVED);
    private final List<Json.Obj> vectors = Vectors.read().list("vectors");

    @Test
    void randomTextIsRefused() {
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertRefused(values(vector()), Base64.getEncoder().encodeToString(bytes));
            assertRefused(values(vector()), letters(random.nextInt(200)));
        }
    }

    @Test
    void aTruncatedSignatureIsRefused() {
        for (int i = 0; i < 1_000; i++) {
            Json.Obj vector = vector();
            String text = Vectors.text(vector, "js", form());
            assertRefused(values(vector), text.substring(0, random.nextInt(text.length() - 4)));
        }
    }

    @Test
    void aSignatureWithDamagedJsonIsNeverTakenForAnotherMessage() {
        for (int i = 0; i < 1_000; i++) {
            Json.Obj vector = vector();
            String json = Vectors.text(vector, "js", "notary_json");
            byte[] damaged = damaged(json.getBytes(StandardCharsets.UTF_8));
            Verification verification =
                    verifier.verify(values(vector), Base64.getEncoder().encodeToString(damaged));
            if (verification instanceof Verification.Valid(var signatory, var _, var _)) {
                assertThat(signatory.text())
                        .as("damage that does no harm, such as the case of an address")
                        .isEqualTo(lastSigner(vector));
            }
        }
    }

    @Test
    void aDamagedMessageIsNeverValid() {
        int read = 0;
        for (int i = 0; i < 1_000; i++) {
            Json.Obj vector = vector();
            String text = Vectors.text(vector, "final_values_json");
            byte[] damaged = damaged(text.getBytes(StandardCharsets.UTF_8));
            if (JsonReader.standard().read(damaged) instanceof JsonReading.Read(Json.Obj changed)) {
                read++;
                Verification verification =
                        verifier.verify(
                                new SignedValues(changed),
                                Vectors.text(vector, "js", "ocn_signature"));
                boolean same = sameValues(new SignedValues(changed), values(vector));
                assertThat(verification instanceof Verification.Valid && !same)
                        .as("%s", changed)
                        .isFalse();
            }
        }
        assertThat(read).as("damaged texts that are still JSON").isGreaterThan(100);
    }

    @Test
    void verifyingTwiceGivesTheSameAnswer() {
        for (Json.Obj vector : vectors) {
            OcnSignature.Reading reading =
                    OcnSignature.read(Vectors.text(vector, "js", "ocn_signature"));
            OcnSignature signature = ((OcnSignature.Reading.Read) reading).signature();
            Verification first = verifier.verify(values(vector), signature);

            assertThat(verifier.verify(values(vector), signature)).isEqualTo(first);
            assertThat(signature.toJson().text())
                    .isEqualTo(Vectors.text(vector, "js", "notary_json"));
        }
    }

    @Test
    void deepAndWideInputsAreAnsweredToo() {
        String deep = "[".repeat(200_000);
        assertRefused(values(vectors.getFirst()), pack(deep));
        List<Json> fields = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            fields.add(Json.text("$['body']['" + i + "']"));
        }
        Json wide =
                Json.Obj.EMPTY
                        .with("fields", Json.array(fields))
                        .with("hash", "0x" + "0".repeat(64))
                        .with("rsv", "0x" + "1".repeat(128) + "1b")
                        .with("signatory", "0x" + "1".repeat(40));
        assertRefused(values(vectors.getFirst()), pack(wide.text()));
    }

    private static String pack(String json) {
        return network.opencharging.protocol.pack.Packer.standard()
                .pack(json.getBytes(StandardCharsets.UTF_8), Packing.GZIP);
    }

    private void assertRefused(SignedValues values, String signature) {
        assertThat(verifier.verify(values, signature)).isInstanceOf(Verification.Refused.class);
    }

    /** Equal as a verifier sees them: the same leaves, numbers by their value as doubles. */
    private static boolean sameValues(SignedValues one, SignedValues other) {
        return texts(one).equals(texts(other));
    }

    private static List<String> texts(SignedValues values) {
        List<String> texts = new ArrayList<>();
        Walk.leaves(values, Walk.Order.DOCUMENT)
                .forEach((path, leaf) -> texts.add(path + "=" + NumberText.ECMASCRIPT.of(leaf)));
        return texts;
    }

    private Json.Obj vector() {
        return vectors.get(random.nextInt(vectors.size()));
    }

    private static SignedValues values(Json.Obj vector) {
        return Vectors.values(Vectors.text(vector, "final_values_json"));
    }

    private static String lastSigner(Json.Obj vector) {
        return Vectors.objects(vector, "steps").getLast().textOf("signatory").orElseThrow();
    }

    private String form() {
        return List.of("ocn_signature", "ocn_signature_gzip_variant", "plain_base64_variant")
                .get(random.nextInt(3));
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private byte[] damaged(byte[] bytes) {
        byte[] copy = bytes.clone();
        int at = random.nextInt(copy.length);
        copy[at] = (byte) ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        return copy;
    }
}
