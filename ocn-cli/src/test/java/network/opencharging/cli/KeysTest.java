package network.opencharging.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class KeysTest {
    /** The first account of the words that every development chain uses. */
    private static final String WORDS =
            "test test test test test test test test test test test junk";

    private static final String FIRST_ACCOUNT = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

    @TempDir private Path folder;
    private Path password;
    private String out = "";
    private String err = "";

    @BeforeEach
    void aHome() throws IOException {
        System.setProperty("user.home", folder.toString());
        password = Files.writeString(folder.resolve("password"), "open sesame\n");
    }

    @Test
    void aNewKeyIsEncryptedForItsOwnerOnlyAndItsWordsMakeItAgain() throws IOException {
        assertThat(run("key", "new", "alice", "--mnemonic", "--password-file", password.toString()))
                .as(err)
                .isZero();
        Path file = folder.resolve(".ocn/keys/alice.json");
        assertThat(Files.readString(file)).contains("scrypt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        String words = err.substring(err.indexOf(": ") + 2).lines().findFirst().orElse("");
        Path written = Files.writeString(folder.resolve("words"), words);
        assertThat(
                        run(
                                "key",
                                "import",
                                "again",
                                "--from",
                                written.toString(),
                                "--password-file",
                                password.toString()))
                .as(err)
                .isZero();
        run("key", "show", "-o", "json");
        assertThat(
                        out.lines()
                                .filter(line -> line.contains("0x"))
                                .map(KeysTest::address)
                                .distinct())
                .hasSize(1);
    }

    @Test
    void wordsAndDigitsOfOtherWalletsAreTakenOver() throws IOException {
        Path words =
                Files.writeString(folder.resolve("words"), "  " + WORDS.replace(" ", "\n") + "\n");
        assertThat(
                        run(
                                "key",
                                "import",
                                "dev",
                                "--from",
                                words.toString(),
                                "--password-file",
                                password.toString()))
                .as(err)
                .isZero();
        assertThat(out).contains(FIRST_ACCOUNT);
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "my secret words");

        assertThat(
                        run(
                                "key",
                                "import",
                                "x",
                                "--from",
                                secret.toString(),
                                "--password-file",
                                password.toString()))
                .isEqualTo(2);
        assertThat(err).contains("64 hexadecimal digits").doesNotContain("my secret");
    }

    @Test
    void aNameIsTakenOnceAndAPasswordIsNeeded() {
        assertThat(run("key", "new", "bob")).as("nobody is there to be asked").isEqualTo(2);
        assertThat(err).contains("--password-file");
        assertThat(run("key", "new", "bob", "--password-file", password.toString())).isZero();
        assertThat(run("key", "new", "bob", "--password-file", password.toString())).isEqualTo(2);
        assertThat(err).contains("choose another name");
        assertThat(run("key", "new", "../bob", "--password-file", password.toString()))
                .isEqualTo(2);
        assertThat(run("key", "show", "carol")).isEqualTo(2);
    }

    private static String address(String line) {
        int at = line.indexOf("0x");
        return line.substring(at, at + 42);
    }

    private int run(String... arguments) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        CommandLine line = Ocn.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(complained, true));
        int exit = line.execute(arguments);
        out = said.toString();
        err = complained.toString();
        return exit;
    }
}
