package network.opencharging.node.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.util.Arrays;

class TokenVaultTest {
    private static final PlatformId ALICE = new PlatformId("alice");
    private final TokenVault vault = vault(1);

    private static TokenVault vault(int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return new TokenVault(secret, new SecureRandom());
    }

    @Test
    void aHashIsStableForOneSecretAndDifferentForAnother() {
        assertThat(vault.hash("token")).isEqualTo(vault(1).hash("token"));
        assertThat(vault.hash("token")).isNotEqualTo(vault(2).hash("token"));
        assertThat(vault.hash("token")).isNotEqualTo(vault.hash("Token"));
    }

    @Test
    void aSealedTokenOpensForItsOwnerOnly() {
        String sealed = vault.seal("token", ALICE);

        assertThat(vault.open(sealed, ALICE)).isEqualTo("token");
        assertThatThrownBy(() -> vault.open(sealed, new PlatformId("bob")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault(2).open(sealed, ALICE))
                .hasMessageContaining("was the secret file replaced?");
    }

    @Test
    void twoSealsOfOneTokenDiffer() {
        assertThat(vault.seal("token", ALICE)).isNotEqualTo(vault.seal("token", ALICE));
    }

    @Test
    void aShortSecretIsRefused() {
        assertThatThrownBy(() -> new TokenVault(new byte[31], new SecureRandom()))
                .hasMessageContaining("32 bytes");
    }
}
