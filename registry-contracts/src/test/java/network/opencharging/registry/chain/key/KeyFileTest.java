package network.opencharging.registry.chain.key;

import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.registry.Cast;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.WalletUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class KeyFileTest {
    @TempDir private Path folder;

    @Test
    void aKeystoreFileOpensWithItsPassword() throws Exception {
        String name =
                WalletUtils.generateWalletFile(
                        "open sesame",
                        Credentials.create(Cast.hex(1)).getEcKeyPair(),
                        folder.toFile(),
                        false);
        assertThat(KeyFile.keystore(folder.resolve(name), "open sesame").address())
                .isEqualTo(NORTH_ADDRESS);
        assertThatThrownBy(() -> KeyFile.keystore(folder.resolve(name), "open barley"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not open with this password");
    }

    @Test
    void aBareKeyIsReadWithOrWithoutItsPrefix() throws IOException {
        for (String text : new String[] {Cast.hex(1), "0x" + Cast.hex(1) + "\n"}) {
            Path file = Files.writeString(folder.resolve("key"), text);
            assertThat(KeyFile.hex(file).address()).isEqualTo(NORTH_ADDRESS);
        }
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutRepeatingIt() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "my secret");
        assertThatThrownBy(() -> KeyFile.hex(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("my secret");
        assertThatThrownBy(() -> KeyFile.keystore(file, "x"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("my secret");
    }

    @Test
    void aSignerNeverPrintsItsKey() {
        String key = Long.toHexString(Long.parseLong(Cast.hex(1), 16));
        assertThat(Wallet.of(NORTH_KEY).toString())
                .contains(NORTH_ADDRESS.toString())
                .doesNotContain(key);
    }
}
