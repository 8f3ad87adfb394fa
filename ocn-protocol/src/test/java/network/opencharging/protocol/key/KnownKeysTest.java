package network.opencharging.protocol.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A key that signs often is checked in another way, with the same answer to everything. */
class KnownKeysTest {
    private final Curve pure = Curve.pureJava();
    private final List<String> made = new ArrayList<>();

    /** Makes multiples at once, and remembers that it did. */
    private final Curve curve =
            NativeCurve.load(
                            work -> {
                                made.add("multiples");
                                work.run();
                            })
                    .orElseThrow();

    private final Random random = new Random(17);
    private final BigInteger secret = scalar();
    private final Address signer = pure.addressOf(secret);

    @Test
    void multiplesAreMadeOnceAndOnlyForWhoSignsOften() {
        for (int i = 0; i < KnownKeys.OFTEN - 1; i++) {
            assertThat(isGood(digest())).isTrue();
        }
        assertThat(made).isEmpty();

        for (int i = 0; i < 20; i++) {
            assertThat(isGood(digest())).isTrue();
        }
        assertThat(made).hasSize(1);
    }

    @Test
    void whoDidNotSignIsNotCounted() {
        Digest digest = digest();
        Signature foreign = curve.sign(scalar(), digest);
        for (int i = 0; i < KnownKeys.OFTEN + 1; i++) {
            assertThat(curve.isBy(signer, digest, foreign)).isFalse();
        }
        assertThat(made).isEmpty();
    }

    @Test
    void everySignatureIsJudgedAsPureJavaJudgesIt() {
        becomeKnown();
        for (int i = 0; i < 200; i++) {
            Digest digest = digest();
            Signature good = curve.sign(secret, digest);

            assertThat(bothSay(digest, good)).isTrue();
            assertThat(bothSay(digest, highTwin(good))).isTrue();
            assertThat(bothSay(digest, flipped(good))).as("the other R").isFalse();
            assertThat(bothSay(digest(), good)).as("another message").isFalse();
            assertThat(bothSay(digest, curve.sign(scalar(), digest))).as("another key").isFalse();
            assertThat(bothSay(digest, new Signature(good.r(), scalar(), good.parity()))).isFalse();
            assertThat(bothSay(digest, new Signature(scalar(), good.s(), good.parity()))).isFalse();
        }
    }

    @Test
    void theEdgesAreJudgedAlike() {
        becomeKnown();
        BigInteger last = Signature.ORDER.subtract(BigInteger.ONE);
        for (int filling : new int[] {0x00, 0x01, 0x7f, 0x80, 0xff}) {
            byte[] bytes = new byte[32];
            Arrays.fill(bytes, (byte) filling);
            assertThat(bothSay(Digest.of(bytes), curve.sign(secret, Digest.of(bytes)))).isTrue();
            for (BigInteger r : new BigInteger[] {BigInteger.ONE, BigInteger.TWO, last}) {
                for (BigInteger s : new BigInteger[] {BigInteger.ONE, BigInteger.TWO, last}) {
                    bothSay(Digest.of(bytes), new Signature(r, s, 0));
                    bothSay(Digest.of(bytes), new Signature(r, s, 1));
                }
            }
        }
    }

    /** With r = -e / d the two multiples cancel each other out. */
    @Test
    void theSumAtInfinityIsNobodysSignature() {
        becomeKnown();
        Digest digest = digest();
        BigInteger e = new BigInteger(1, digest.bytes());
        BigInteger r = e.negate().multiply(secret.modInverse(Signature.ORDER)).mod(Signature.ORDER);
        for (int parity = 0; parity < 2; parity++) {
            assertThat(bothSay(digest, new Signature(r, scalar(), parity))).isFalse();
        }
    }

    @Test
    void inversesAreThoseOfTheJdk() {
        List<BigInteger> scalars = new ArrayList<>();
        BigInteger order = Signature.ORDER;
        for (int i = 1; i < 40; i++) {
            scalars.add(BigInteger.valueOf(i));
            scalars.add(order.subtract(BigInteger.valueOf(i)));
        }
        for (int bit = 0; bit < 255; bit++) {
            scalars.add(BigInteger.ONE.shiftLeft(bit));
            scalars.add(BigInteger.ONE.shiftLeft(bit).subtract(BigInteger.ONE).max(BigInteger.ONE));
        }
        for (int i = 0; i < 20_000; i++) {
            scalars.add(scalar());
        }
        for (BigInteger scalar : scalars) {
            assertThat(ScalarInverse.of(scalar)).isEqualTo(scalar.modInverse(order));
        }
    }

    private void becomeKnown() {
        while (made.isEmpty()) {
            assertThat(isGood(digest())).isTrue();
        }
    }

    private boolean isGood(Digest digest) {
        return curve.isBy(signer, digest, curve.sign(secret, digest));
    }

    private boolean bothSay(Digest digest, Signature signature) {
        boolean said = pure.isBy(signer, digest, signature);
        assertThat(curve.isBy(signer, digest, signature)).as("%s", signature).isEqualTo(said);
        return said;
    }

    private static Signature highTwin(Signature low) {
        return new Signature(low.r(), Signature.ORDER.subtract(low.s()), 1 - low.parity());
    }

    private static Signature flipped(Signature one) {
        return new Signature(one.r(), one.s(), 1 - one.parity());
    }

    private BigInteger scalar() {
        return new BigInteger(256, random)
                .mod(Signature.ORDER.subtract(BigInteger.ONE))
                .add(BigInteger.ONE);
    }

    private Digest digest() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Digest.of(bytes);
    }
}
