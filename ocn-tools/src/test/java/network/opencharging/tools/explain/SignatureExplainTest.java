package network.opencharging.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.OcnSignature;
import network.opencharging.protocol.signing.OcnVerifier;
import network.opencharging.tools.Tools;
import network.opencharging.tools.terminal.Failure;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Signatures made and taken apart by the commands, as a person calls them. */
class SignatureExplainTest {
    private static final String KEY = "01".repeat(32);
    private static final String VALUES =
            """
            {"headers":{"x-correlation-id":"c-1","ocpi-from-country-code":"DE","ocpi-from-party-id":"ALC",\
            "ocpi-to-country-code":"NL","ocpi-to-party-id":"BOB"},"body":{"id":"S1","kwh":12.50}}\
            """;

    @TempDir Path folder;

    @Test
    void whatIsSignedHereIsValidHowEverItIsPacked() throws IOException {
        for (Packing packing : Packing.values()) {
            String signature = sign(VALUES, "--packing", packing.name());

            Run run = explain(VALUES, signature);

            assertThat(run.exitCode).as(run.out).isZero();
            assertThat(run.out)
                    .startsWith("packed: " + packing)
                    .contains(
                            "  $['body']['kwh']  12.50",
                            "joined (numbers as ECMASCRIPT): c-1DEALCNLBOBS112.5",
                            "the values give it (numbers as ECMASCRIPT)",
                            "the signature is of this account")
                    .doesNotContain("not signed", "not there");
        }
    }

    @Test
    void aChangedValueIsToldWithBothHashes() throws IOException {
        Run run = explain(VALUES.replace("12.50", "12.75"), sign(VALUES));

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out)
                .contains("the values give another one: 0x", "(numbers as DECIMAL)")
                .contains("refused: ");
    }

    @Test
    void whatIsNotSignedAndWhatIsNotThereAreTold() throws IOException {
        Run run = explain(VALUES.replace("\"id\"", "\"uid\""), sign(VALUES));

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out)
                .containsSubsequence(
                        "not signed, although it is there:", "  $['body']['uid']  \"S1\"")
                .containsSubsequence("signed, but not there:", "  $['body']['id']");
    }

    @Test
    void whoSignedInTheNameOfAnotherIsTold() throws IOException {
        String claimed = "0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A";
        OcnSignature genuine = read(sign(VALUES));
        OcnSignature forged =
                new OcnSignature(
                        genuine.fields(),
                        genuine.hash(),
                        genuine.rsv(),
                        new network.opencharging.protocol.key.Address(claimed),
                        List.of());

        Run run = explain(VALUES, forged.pack(Packing.GZIP));

        assertThat(run.exitCode).isEqualTo(1);
        assertThat(run.out)
                .contains("signatory: " + claimed)
                .contains("the signature is of another account: " + genuine.signatory());
    }

    @Test
    void aRewriteIsShownWithWhatItReplaced() throws IOException {
        Json.Obj vector =
                vectors("vectors")
                        .filter(it -> it.textOf("id").orElseThrow().startsWith("v22"))
                        .findFirst()
                        .orElseThrow();

        Run run = explain(vector.textOf("final_values_json").orElseThrow(), signature(vector));

        assertThat(run.exitCode).isZero();
        assertThat(run.out)
                .containsSubsequence(
                        "the message as it stands:",
                        "before rewrite 1:",
                        "  $['body']['response_url'] was \"https://");
    }

    @TestFactory
    Stream<DynamicTest> everyVectorIsExplainedWithTheVerdictOfTheVerifier() {
        return Stream.concat(
                vectors("vectors")
                        .map(vector -> explained(vector, "final_values_json", signature(vector))),
                vectors("negative_vectors")
                        .map(vector ->
                                explained(
                                        vector,
                                        "presented_values_json",
                                        vector.textOf("ocn_signature").orElseThrow())));
    }

    private DynamicTest explained(Json.Obj vector, String values, String signature) {
        return dynamicTest(
                vector.textOf("id").orElseThrow(),
                () -> {
                    String shown = vector.textOf(values).orElseThrow();
                    Run verified = run("verify", shown, signature);
                    Run explained = explain(shown, signature, "--format", "json");
                    boolean readable =
                            OcnSignature.read(signature) instanceof OcnSignature.Reading.Read;
                    assertThat(explained.exitCode)
                            .isEqualTo(readable ? verified.exitCode : Failure.USAGE);
                    if (readable) {
                        assertThat(JsonReader.standard().read(explained.out.strip()).optional())
                                .isPresent();
                    }
                });
    }

    @Test
    void nothingInAMessageMovesTheCursor() throws IOException {
        String nasty = VALUES.replace("S1", "\\u001b[2J");

        Run run = explain(nasty, sign(nasty));

        assertThat(run.out).doesNotContain("\u001b").contains("\\u001b[2J");
    }

    @Test
    void aKeyThatIsNoneIsNotShown() throws IOException {
        Path key = Files.writeString(folder.resolve("bad.key"), "secret but no key");

        Run run = execute("sign", "--values", file(VALUES), "--key-file", key.toString());

        assertThat(run.exitCode).isEqualTo(Failure.USAGE);
        assertThat(run.out).contains("64 hexadecimal digits").doesNotContain("secret but");
    }

    private String sign(String values, String... more) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), KEY + "\n");
        String[] basics = {"sign", "--values", file(values), "--key-file", key.toString()};
        Run run = execute(Stream.of(basics, more).flatMap(Stream::of).toArray(String[]::new));
        assertThat(run.exitCode).as(run.out).isZero();
        return run.out.strip();
    }

    private Run explain(String values, String signature, String... more) throws IOException {
        return run("explain", values, signature, more);
    }

    private Run run(String command, String values, String signature, String... more)
            throws IOException {
        String[] basics = {command, "--values", file(values), "--signature", signature};
        return execute(Stream.of(basics, more).flatMap(Stream::of).toArray(String[]::new));
    }

    private record Run(int exitCode, String out) {}

    private static Run execute(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine signature =
                Tools.commandLine(Map.of())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(out))
                        .setExecutionExceptionHandler((trouble, _, _) -> {
                            if (trouble instanceof Failure failure) {
                                out.append(String.valueOf(failure.getMessage()));
                                return failure.exitCode();
                            }
                            throw trouble;
                        });
        String[] whole =
                Stream.concat(Stream.of("signature"), Stream.of(arguments)).toArray(String[]::new);
        return new Run(signature.execute(whole), out.toString());
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "values", ".json"), text).toString();
    }

    private static OcnSignature read(String text) {
        return ((OcnSignature.Reading.Read) OcnSignature.read(text)).signature();
    }

    private static String signature(Json.Obj vector) {
        return vector.objectOf("js").orElseThrow().textOf("ocn_signature").orElseThrow();
    }

    private static Stream<Json.Obj> vectors(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        OcnVerifier.class.getResourceAsStream("notary-vectors.json"))) {
            Json.Obj all = (Json.Obj) JsonReader.standard().read(in.readAllBytes()).orThrow();
            return ((Json.Arr) all.member(name).orElseThrow())
                    .items().stream().map(Json.Obj.class::cast);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
