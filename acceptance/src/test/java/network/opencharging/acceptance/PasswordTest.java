package network.opencharging.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.acceptance.dsl.Ledger;
import network.opencharging.acceptance.dsl.Terminal;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.RegistryContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Somebody mistypes a password at the prompt. */
class PasswordTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String WRONG = "incorrect horse";

    @TempDir private Path home = Path.of("");

    @Test
    void aWrongPasswordSignsNothing() throws Exception {
        type("key new north", 0, "New password:", PASSWORD, "Once more:", PASSWORD);
        try (Ledger ledger = Ledger.start()) {
            Address registry =
                    ledger.create(RegistryContract.creation(new Address("0x" + "f0".repeat(20))));
            String key = Files.readString(home.resolve("keys/north.json"));
            String north = "0x" + key.replaceAll("(?s).*\"address\":\"(0x)?(\\w{40})\".*", "$2");
            ledger.fund(north);
            String set =
                    "node set https://north.example --key north --rpc %s --registry %s"
                            .formatted(ledger.url(), registry);

            assertThat(type(set, 2, "Password of the key north", WRONG))
                    .contains("north.json does not open with this password")
                    .doesNotContain(WRONG, "About to", "\tat ");
            assertThat(ledger.sent(north)).isZero();

            assertThat(type(set, 0, "Password of the key north", PASSWORD)).contains("done");
            assertThat(ledger.sent(north)).isOne();
        }
    }

    @Test
    void aNewPasswordThatWasMistypedMakesNoKey() throws Exception {
        assertThat(type("key new south", 2, "New password:", PASSWORD, "Once more:", WRONG))
                .contains("The two passwords differ")
                .doesNotContain(PASSWORD, WRONG);

        assertThat(home.resolve("keys/south.json")).doesNotExist();
    }

    /** Types a command, then what it asks for, and gives what was on the screen. */
    private String type(String line, int exit, String... questionsAndAnswers) throws Exception {
        try (Terminal terminal =
                Terminal.start(Map.of("OCN_HOME", home.toString()), line.split(" ", -1))) {
            for (int i = 0; i < questionsAndAnswers.length; i += 2) {
                terminal.awaitScreen(questionsAndAnswers[i]);
                terminal.type(questionsAndAnswers[i + 1]);
            }
            assertThat(terminal.awaitEnd()).as(terminal.screen()).isEqualTo(exit);
            return terminal.screen();
        }
    }
}
