package network.opencharging.cpo.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that we make, and what is kept of them: a keyed hash, so that whoever reads the database
 * has none of them, and with another key of the operator none is good any more.
 */
public final class Marks {
    private static final int LENGTH = 32;
    private static final String HASH = "HmacSHA256";
    private final byte[] key;
    private final SecureRandom random;

    /**
     * @param key the operator's
     */
    public Marks(String key, SecureRandom random) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.random = random;
    }

    /** Whether this is the operator's key; takes as long whatever is shown. */
    public boolean isKey(String shown) {
        return MessageDigest.isEqual(shown.strip().getBytes(StandardCharsets.UTF_8), key);
    }

    /** 64 hexadecimal digits that nobody guesses. */
    public String fresh() {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** What is kept of a ticket or a token. */
    public String of(String secret) {
        return mac("mark " + secret);
    }

    /** What a page shows beside its ticket when it wants something done. */
    public String word(String ticket) {
        return mac("word " + ticket);
    }

    /** Whether this is the word of that ticket; takes as long whatever is shown. */
    public boolean isWord(String ticket, String shown) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8),
                word(ticket).getBytes(StandardCharsets.UTF_8));
    }

    private String mac(String text) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(key, HASH));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HASH, e);
        }
    }
}
