package network.opencharging.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressTest {
    private static final String CHECKSUMMED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    @Test
    void twoSpellingsAreOneAccount() {
        assertThat(new Address(CHECKSUMMED))
                .isEqualTo(new Address(CHECKSUMMED.toLowerCase(java.util.Locale.ROOT)))
                .hasToString(CHECKSUMMED);
    }

    @Test
    void anythingElseIsNoAddress() {
        assertThat(Address.of("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")).isEmpty();
        assertThat(Address.of("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed00")).isEmpty();
        assertThat(Address.of("0xzaAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")).isEmpty();
        assertThatThrownBy(() -> new Address("alice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alice");
    }
}
