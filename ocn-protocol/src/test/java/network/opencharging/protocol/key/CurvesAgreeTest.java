package network.opencharging.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** The native library and pure Java are one curve: the same answer to everything. */
class CurvesAgreeTest {
    private final Curve pure = Curve.pureJava();
    private final Curve library = NativeCurve.load().orElseThrow();

    @Test
    void theLibraryIsTakenWhereItExists() {
        assertThat(Curve.fastest()).isInstanceOf(NativeCurve.class);
    }

    @Test
    void theyMakeTheSameSignaturesAndAddresses() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            BigInteger secret = scalar(random);
            Digest digest = digest(random);
            Signature signature = pure.sign(secret, digest);

            assertThat(library.addressOf(secret)).isEqualTo(pure.addressOf(secret));
            assertThat(library.sign(secret, digest)).isEqualTo(signature);
            assertThat(bothRecover(digest, signature)).contains(pure.addressOf(secret));
            assertThat(bothRecover(digest, highTwin(signature))).contains(pure.addressOf(secret));
        }
    }

    @Test
    void theyRecoverTheSameFromNumbersThatNobodySigned() {
        Random random = new Random(12);
        int recovered = 0;
        for (int i = 0; i < 600; i++) {
            Signature signature = new Signature(scalar(random), scalar(random), i % 2);
            recovered += bothRecover(digest(random), signature).isPresent() ? 1 : 0;
        }
        assertThat(recovered).as("about half are an x on the curve").isBetween(200, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "7f", "80", "ff"})
    void theyAgreeAtTheEdges(String digestByte) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) Integer.parseInt(digestByte, 16));
        BigInteger last = Signature.ORDER.subtract(BigInteger.ONE);
        for (BigInteger r : new BigInteger[] {BigInteger.ONE, BigInteger.TWO, last}) {
            for (BigInteger s : new BigInteger[] {BigInteger.ONE, Signature.HALF_ORDER, last}) {
                bothRecover(Digest.of(bytes), new Signature(r, s, 0));
                bothRecover(Digest.of(bytes), new Signature(r, s, 1));
            }
            assertThat(library.sign(r, Digest.of(bytes))).isEqualTo(pure.sign(r, Digest.of(bytes)));
        }
    }

    /** With s = e / k the sum of SEC 1 §4.1.6 is the point at infinity, which is nobody's key. */
    @Test
    void neitherRecoversAKeyFromThePointAtInfinity() {
        Digest digest = digest(new Random(13));
        Signature byOne = pure.sign(BigInteger.ONE, digest);
        BigInteger e = new BigInteger(1, digest.bytes()).mod(Signature.ORDER);
        BigInteger x =
                new BigInteger(
                        "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798", 16);

        assertThat(bothRecover(digest, byOne)).isPresent();
        assertThat(bothRecover(digest, new Signature(x, e, 0)))
                .as("R is the generator itself, which has an even y")
                .isEmpty();
    }

    private Optional<Address> bothRecover(Digest digest, Signature signature) {
        Optional<Address> recovered = pure.recover(digest, signature);
        assertThat(library.recover(digest, signature)).as("%s", signature).isEqualTo(recovered);
        return recovered;
    }

    private static Signature highTwin(Signature low) {
        return new Signature(low.r(), Signature.ORDER.subtract(low.s()), 1 - low.parity());
    }

    private static BigInteger scalar(Random random) {
        return new BigInteger(256, random)
                .mod(Signature.ORDER.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
    }

    private static Digest digest(Random random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Digest.of(bytes);
    }
}
