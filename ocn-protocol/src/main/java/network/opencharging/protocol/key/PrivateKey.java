package network.opencharging.protocol.key;

import java.math.BigInteger;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A key held in memory. It signs, and shows nothing but its address: neither a getter nor {@link
 * #toString} gives the secret away.
 */
public final class PrivateKey implements Signer {
    private static final Pattern FORM = Pattern.compile("(0x)?[0-9a-fA-F]{64}");

    private final BigInteger secret;
    private final Curve curve;
    private final Address address;

    private PrivateKey(BigInteger secret, Curve curve) {
        this.secret = secret;
        this.curve = curve;
        this.address = curve.addressOf(secret);
    }

    /**
     * The key in this text: 64 hexadecimal digits, with or without {@code 0x}; empty when it is
     * none.
     */
    public static Optional<PrivateKey> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return of(new BigInteger(text.substring(text.length() - 64), 16));
    }

    /** The key of these 32 bytes; empty when they are none. */
    public static Optional<PrivateKey> of(byte[] bytes) {
        return bytes.length == 32 ? of(new BigInteger(1, bytes)) : Optional.empty();
    }

    /**
     * A fresh key.
     *
     * @param random a {@link java.security.SecureRandom} wherever the key is to be worth something
     */
    public static PrivateKey generate(RandomGenerator random) {
        byte[] bytes = new byte[32];
        Optional<PrivateKey> key = Optional.empty();
        while (key.isEmpty()) {
            random.nextBytes(bytes);
            key = of(bytes);
        }
        return key.get();
    }

    private static Optional<PrivateKey> of(BigInteger secret) {
        boolean inRange = secret.signum() > 0 && secret.compareTo(Signature.ORDER) < 0;
        return inRange ? Optional.of(new PrivateKey(secret, Curve.fastest())) : Optional.empty();
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Signature sign(Digest digest) {
        return curve.sign(secret, digest);
    }

    @Override
    public String toString() {
        return "PrivateKey of " + address;
    }
}
