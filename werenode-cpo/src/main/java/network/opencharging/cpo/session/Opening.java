package network.opencharging.cpo.session;

import network.opencharging.cpo.account.AuthMethod;
import network.opencharging.cpo.account.Driver;
import network.opencharging.cpo.site.TariffSheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * With what a session begins; none of it changes afterwards.
 *
 * @param origin what began it
 * @param driver who charges
 * @param permit how that was allowed
 * @param place where
 * @param tariff what it costs, to its end
 * @param limits where it is ended
 */
public record Opening(
        Origin origin,
        Driver driver,
        Permit permit,
        Place place,
        TariffSheet tariff,
        Limits limits) {

    private static final int LONGEST_TAG = 20;

    /** The driver as devices know him: the token, or what stands for one that is too long. */
    public String tag() {
        String uid = driver.uid();
        if (uid.length() <= LONGEST_TAG) {
            return uid;
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(uid.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest).substring(0, LONGEST_TAG);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * How it was allowed.
     *
     * @param method in OCPI's words
     * @param reference what the eMSP gave, at most 36 characters
     * @param command the partner's command that waits for an answer
     * @param refused present: nobody allowed it, and why; it is ended at once and not billed
     */
    public record Permit(
            AuthMethod method,
            Optional<String> reference,
            Optional<String> command,
            Optional<String> refused) {
        /** Allowed that way, with nothing else to say. */
        public static Permit by(AuthMethod method) {
            return new Permit(method, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
