package network.opencharging.tools;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.mock.Settings;
import network.opencharging.tools.ocpi.Identity;
import network.opencharging.tools.seam.Seams;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tools that speak to live systems, and read files for them: whatever they meet, they say it. */
class OddSystemsTest {
    private static final String TOKEN_A = "token-a";
    private static final int FEW = 40;

    @TempDir private Path folder = Path.of("");

    private final OddAnswers odd = new OddAnswers();
    private final MockCpo cpo;
    private final MockEmsp emsp;

    OddSystemsTest() throws IOException {
        cpo = MockCpo.open(settings("DE/ALC", Role.CPO));
        emsp = MockEmsp.open(settings("NL/BOB", Role.EMSP));
    }

    @AfterEach
    void close() {
        cpo.close();
        emsp.close();
    }

    /** How many answers a run reads at most, and how often it is run. */
    @ParameterizedTest
    @CsvSource({
        "probe, 40, 15",
        "client get locations --query limit=2, 12, 40",
        "client get tariffs, 8, 20",
        "client push tokens ../docs/examples/token.json, 8, 20",
        "client command UNLOCK_CONNECTOR ../docs/examples/unlock.json --patience 1, 8, 15",
        "conformance run --role cpo, 110, 10",
        "load --ask locations --rate 20 --for 1 --warm-up 0, 6, 4"
    })
    void noAnswerOfACpoBreaksIt(String command, int answers, int times) {
        Mutations.none(
                times,
                random -> {
                    odd.after(random.nextInt(answers), random);
                    return run(cpo.platform(), command.split(" ", -1));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "client authorize 04B0B0B0C0FFEE, 8, 20",
        "conformance run --role emsp, 70, 10",
    })
    void noAnswerOfAnEmspBreaksIt(String command, int answers, int times) {
        Mutations.none(
                times,
                random -> {
                    odd.after(random.nextInt(answers), random);
                    return run(emsp.platform(), command.split(" ", -1));
                });
    }

    @Test
    void anOddAnswerIsSeen() {
        List<Integer> exitCodes = new ArrayList<>();
        Mutations.none(
                40,
                random -> {
                    odd.after(random.nextInt(5), random);
                    Ran ran = run(cpo.platform(), "client", "get", "locations");
                    exitCodes.add(ran.exitCode());
                    return ran;
                });

        // What is changed in the middle of a name breaks nothing; much else does.
        assertThat(exitCodes).contains(0, 1);
    }

    @ParameterizedTest
    @CsvSource({"push tokens, token.json", "command UNLOCK_CONNECTOR, unlock.json"})
    void noFileThatIsSentBreaksTheClient(String command, String example) throws IOException {
        byte[] good = Files.readAllBytes(Path.of("../docs/examples").resolve(example));
        odd.after(-1, new java.util.Random(0));
        Mutations.none(
                good,
                FEW,
                changed ->
                        run(
                                cpo.platform(),
                                Stream.of(
                                                "client " + command,
                                                written("sent.json", changed),
                                                command.startsWith("push") ? "" : "--patience 1")
                                        .flatMap(part -> Stream.of(part.strip().split(" ", -1)))
                                        .filter(word -> !word.isEmpty())
                                        .toArray(String[]::new)));
    }

    /** The three files of a signature, each changed while the others are as they were. */
    @ParameterizedTest
    @CsvSource({
        "verify --values % --signature-file ../docs/examples/signature.txt, values.json",
        "verify --values ../docs/examples/values.json --signature-file %, signature.txt",
        "explain --values % --signature-file ../docs/examples/signature.txt, values.json",
        "explain --values ../docs/examples/values.json --signature-file %, signature.txt",
        "sign --values % --key-file ../docs/examples/nobodys.key, values.json",
        "sign --values ../docs/examples/values.json --key-file %, nobodys.key"
    })
    void noFileOfASignatureBreaksIt(String command, String changes) throws IOException {
        byte[] good = Files.readAllBytes(Path.of("../docs/examples").resolve(changes));
        Mutations.none(
                good,
                FEW,
                changed ->
                        Ran.tools(
                                Map.of(),
                                Stream.of(("signature " + command).split(" ", -1))
                                        .map(word ->
                                                word.equals("%") ? written(changes, changed) : word)
                                        .toArray(String[]::new)));
    }

    private String written(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ran run(Platform platform, String... arguments) {
        platform.connection().invite(TOKEN_A);
        List<String> whole = new ArrayList<>(List.of(arguments));
        whole.addAll(List.of("--url", platform.versions().toString(), "--register"));
        return Ran.tools(Map.of("OCPI_TOKEN", TOKEN_A), whole.toArray(String[]::new));
    }

    private Settings settings(String party, Role role) {
        return Settings.of(
                        new Identity(PartyId.parse(party).orElseThrow(), role, "Mock"),
                        Settings.Seams.of(Seams.real(), Seams.real().clock(), exchange -> {}))
                .faults(List.of(odd.fault()));
    }
}
