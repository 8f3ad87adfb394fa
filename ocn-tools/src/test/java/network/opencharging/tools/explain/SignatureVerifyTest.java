package network.opencharging.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.tools.terminal.Input;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The command as a person or a script calls it, over the vectors of the published signers. */
class SignatureVerifyTest {
    private static final String PARTY = "0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A";
    private static final String NODE_A = "0x5CbDd86a2FA8Dc4bDdd8a8f69dBa48572EeC07FB";

    @TempDir Path folder;

    private final Json.Obj vectors = vectors();

    @TestFactory
    Stream<DynamicTest> genuineSignaturesLeaveWithZero() {
        return list("vectors").stream()
                .filter(vector -> isValid(vector.objectOf("js").orElseThrow()))
                .map(vector ->
                        dynamicTest(
                                vector.textOf("id").orElseThrow(),
                                () ->
                                        assertThat(
                                                        run(
                                                                        "--values",
                                                                        values(
                                                                                vector.textOf(
                                                                                                "final_values_json")
                                                                                        .orElseThrow()),
                                                                        "--signature",
                                                                        signature(vector))
                                                                .exitCode)
                                                .isEqualTo(SignatureVerify.VALID)));
    }

    @TestFactory
    Stream<DynamicTest> forgeriesLeaveWithOneAndTheReason() {
        return list("negative_vectors").stream()
                .map(vector ->
                        dynamicTest(
                                vector.textOf("id").orElseThrow(),
                                () -> {
                                    Run run =
                                            run(
                                                    "--values",
                                                    values(
                                                            vector.textOf("presented_values_json")
                                                                    .orElseThrow()),
                                                    "--signature",
                                                    vector.textOf("ocn_signature").orElseThrow());
                                    assertThat(run.exitCode).isEqualTo(SignatureVerify.REFUSED);
                                    assertThat(run.out).startsWith("refused: ");
                                }));
    }

    @Test
    void theSignatureMayComeFromAFileOrFromStandardInput() throws IOException {
        Json.Obj vector = list("vectors").getFirst();
        String values = values(vector.textOf("final_values_json").orElseThrow());
        Path file = Files.writeString(folder.resolve("signature.txt"), signature(vector) + "\n");

        assertThat(run("--values", values, "--signature-file", file.toString()).exitCode).isZero();
        assertThat(
                        runWith(signature(vector) + "\n", "--values", values, "--signature", "-")
                                .exitCode)
                .isZero();
    }

    @Test
    void anExpectedSignerMustHaveSignedEveryStateOfTheMessage() {
        Json.Obj rewritten =
                list("vectors").stream()
                        .filter(it -> it.textOf("id").orElseThrow().startsWith("v22"))
                        .findFirst()
                        .orElseThrow();
        String[] inputs = {
            "--values",
            values(rewritten.textOf("final_values_json").orElseThrow()),
            "--signature",
            signature(rewritten)
        };

        assertThat(run(with(inputs, "--expect-signer", NODE_A, "--expect-signer", PARTY)).exitCode)
                .isEqualTo(SignatureVerify.VALID);
        Run strange = run(with(inputs, "--expect-signer", NODE_A));
        assertThat(strange.exitCode).isEqualTo(SignatureVerify.REFUSED);
        assertThat(strange.out).contains(PARTY);
    }

    @Test
    void jsonTellsMachinesWhoSignedAndWhatWasRewritten() {
        Json.Obj rewritten =
                list("vectors").stream()
                        .filter(it -> it.textOf("id").orElseThrow().startsWith("v38"))
                        .findFirst()
                        .orElseThrow();
        Run run =
                run(
                        "--values",
                        values(rewritten.textOf("final_values_json").orElseThrow()),
                        "--signature",
                        signature(rewritten),
                        "--format",
                        "json");

        assertThat(run.out.strip())
                .isEqualTo(
                        """
                        {"verdict":"valid","signatory":"%s","originator":"%s","numbers":"ECMASCRIPT",\
                        "rewrites":[{"signatory":"%s","originals":{"$['body']['kwh']":12.5}}],\
                        "unusual_rewrites":["$['body']['kwh']"]}\
                        """
                                .formatted(NODE_A, PARTY, PARTY));
    }

    @Test
    void inputsThatCannotBeUsedLeaveWithTwoAndSayWhich() {
        Json.Obj vector = list("vectors").getFirst();
        String good = values(vector.textOf("final_values_json").orElseThrow());

        assertUnusable("--values", "--values", "/no/such/file", "--signature", signature(vector));
        assertUnusable(
                "--values", "--values", values("not JSON"), "--signature", signature(vector));
        assertUnusable("--values", "--values", values("[]"), "--signature", signature(vector));
        assertUnusable("Base64", "--values", good, "--signature", "");
        assertUnusable("Base64", "--values", good, "--signature", "no signature!");
        assertUnusable(
                "--expect-signer",
                "--values",
                good,
                "--signature",
                signature(vector),
                "--expect-signer",
                PARTY.replace("E7E", "e7E"));
        assertThat(run("--values", good).exitCode).isEqualTo(SignatureVerify.UNUSABLE);
    }

    private void assertUnusable(String named, String... arguments) {
        Run run = run(arguments);
        assertThat(run.exitCode).isEqualTo(SignatureVerify.UNUSABLE);
        assertThat(run.out).startsWith("unusable: ").contains(named);
    }

    private record Run(int exitCode, String out) {}

    private Run run(String... arguments) {
        return runWith("", arguments);
    }

    private Run runWith(String input, String... arguments) {
        StringWriter out = new StringWriter();
        int exitCode =
                new CommandLine(
                                new SignatureVerify(
                                        new Input(
                                                new ByteArrayInputStream(
                                                        input.getBytes(StandardCharsets.UTF_8)))))
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute(arguments);
        return new Run(exitCode, out.toString());
    }

    private static String[] with(String[] first, String... more) {
        return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private String values(String json) {
        try {
            return Files.writeString(Files.createTempFile(folder, "values", ".json"), json)
                    .toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Json.Obj> list(String name) {
        Json.Arr array = (Json.Arr) vectors.member(name).orElseThrow();
        return array.items().stream().map(Json.Obj.class::cast).toList();
    }

    private static String signature(Json.Obj vector) {
        return vector.objectOf("js").orElseThrow().textOf("ocn_signature").orElseThrow();
    }

    private static boolean isValid(Json.Obj made) {
        return made.objectOf("verify")
                .flatMap(verdict -> verdict.member("isValid"))
                .filter(Json.bool(true)::equals)
                .isPresent();
    }

    private static Json.Obj vectors() {
        try (InputStream in =
                Objects.requireNonNull(
                        OcnVerifier.class.getResourceAsStream("notary-vectors.json"))) {
            return (Json.Obj) JsonReader.standard().read(in.readAllBytes()).orThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
