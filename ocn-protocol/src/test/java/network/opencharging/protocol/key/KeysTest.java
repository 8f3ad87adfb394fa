package network.opencharging.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Random;

class KeysTest {
    private static final String ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    @Test
    void keccakIsTheOriginalAndNotSha3() {
        assertThat(Digest.keccak256(new byte[0]).hex())
                .isEqualTo("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
    }

    /** The examples of EIP-55. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ADDRESS,
                "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
                "0x52908400098527886E0F7030069857D2E4169EE7"
            })
    void addressesGoOutWithTheirChecksum(String text) {
        assertThat(new Address(text.toLowerCase(java.util.Locale.ROOT)).text()).isEqualTo(text);
        assertThat(Address.isMistyped(text)).isFalse();
    }

    @Test
    void twoSpellingsOfOneAddressAreOneAddress() {
        Address lower = Address.parse(ADDRESS.toLowerCase(java.util.Locale.ROOT)).orElseThrow();

        assertThat(lower).isEqualTo(new Address(ADDRESS)).hasSameHashCodeAs(new Address(ADDRESS));
        assertThat(Address.of(lower.bytes())).isEqualTo(lower);
        assertThat(Address.isMistyped("0x5aaEb6053F3E94C9b9A09f33669435E7Ef1BeAed")).isTrue();
        assertThat(Address.isMistyped(lower.lowerCase())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0x", "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb605", "0xg"})
    void whatIsNoAddressIsNone(String text) {
        assertThat(Address.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Address(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1111111111111111111111111111111111111111111111111111111111111111,"
                + " 0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A",
        "0x3333333333333333333333333333333333333333333333333333333333333333,"
                + " 0x5CbDd86a2FA8Dc4bDdd8a8f69dBa48572EeC07FB",
        "0x0000000000000000000000000000000000000000000000000000000000000001,"
                + " 0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf"
    })
    void aKeyHasItsAddress(String secret, String address) {
        assertThat(PrivateKey.parse(secret).orElseThrow().address().text()).isEqualTo(address);
    }

    @Test
    void aKeyShowsNothingButItsAddress() {
        PrivateKey key = PrivateKey.parse("11".repeat(32)).orElseThrow();

        assertThat(key.toString())
                .isEqualTo("PrivateKey of 0x19E7E376E7C213B7E7e7e46cc70A5dD086DAff2A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x",
                "11",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void whatIsNoKeyIsNone(String secret) {
        assertThat(PrivateKey.parse(secret)).isEmpty();
    }

    @Test
    void theSignerIsRecoveredFromEverySignature() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            PrivateKey key = PrivateKey.generate(random);
            byte[] message = new byte[random.nextInt(100)];
            random.nextBytes(message);
            Signature signature = key.signPersonal(message);
            Digest digest = Digest.ofPersonalMessage(message);

            assertThat(signature.isLowS()).isTrue();
            assertThat(key.sign(digest)).as("deterministic").isEqualTo(signature);
            assertThat(Signature.parse(signature.hex())).contains(signature);
            assertThat(Signature.parse("0x" + signature.hex())).contains(signature);
            assertThat(Curve.pureJava().recover(digest, signature)).contains(key.address());
        }
    }

    @Test
    void recoveringFromAnythingAtAllNeverThrows() {
        Random random = new Random(4);
        Digest digest = Digest.keccak256("x".getBytes(StandardCharsets.UTF_8));
        int recovered = 0;
        for (int i = 0; i < 200; i++) {
            BigInteger r = new BigInteger(255, random).add(BigInteger.ONE);
            BigInteger s = new BigInteger(255, random).add(BigInteger.ONE);
            recovered +=
                    Curve.pureJava().recover(digest, new Signature(r, s, i % 2)).isPresent()
                            ? 1
                            : 0;
        }
        assertThat(recovered)
                .as("about half of all numbers are an x on the curve")
                .isBetween(60, 140);
        for (BigInteger edge :
                new BigInteger[] {BigInteger.ONE, Signature.ORDER.subtract(BigInteger.ONE)}) {
            for (int parity = 0; parity < 2; parity++) {
                Curve.pureJava().recover(digest, new Signature(edge, edge, parity));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1b", "1c", "00", "01"})
    void theSpellingsOfVThatSignersUseAreRead(String v) {
        assertThat(Signature.parse("0x" + "11".repeat(64) + v)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "02", "ff", ""})
    void otherVAreNoSignature(String v) {
        assertThat(Signature.parse("0x" + "11".repeat(64) + v)).isEmpty();
        assertThat(Signature.parse("00".repeat(64) + "1b")).isEmpty();
    }
}
