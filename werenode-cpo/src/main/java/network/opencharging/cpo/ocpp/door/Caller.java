package network.opencharging.cpo.ocpp.door;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Who stands at the door.
 *
 * @param id the identity in the address, decoded
 * @param from the address from which he calls
 * @param secure by TLS
 * @param authorization the header, as it came
 * @param certificate what TLS has proven
 */
public record Caller(
        String id,
        String from,
        boolean secure,
        Optional<String> authorization,
        Optional<X509Certificate> certificate) {
    private static final String BASIC = "basic ";
    private static final int LONGEST = 1_000;

    /**
     * The password that it shows for its own identity. It is bytes: stations of 1.6 send what is no
     * text (security white paper, A00.FR.205).
     */
    Optional<Secret> password() {
        return authorization
                .filter(header -> header.length() < LONGEST)
                .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .flatMap(header -> decoded(header.substring(BASIC.length()).trim()))
                .flatMap(this::own);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Secret> own(byte[] pair) {
        byte[] user = (id + ":").getBytes(StandardCharsets.UTF_8);
        if (pair.length <= user.length) {
            return Optional.empty();
        }
        byte[] shown = Arrays.copyOf(pair, user.length);
        return Arrays.equals(shown, user)
                ? Optional.of(new Secret(Arrays.copyOfRange(pair, user.length, pair.length)))
                : Optional.empty();
    }

    /** The common name of its certificate. */
    Optional<String> commonName() {
        return certificate.flatMap(shown -> commonName(shown.getSubjectX500Principal().getName()));
    }

    private static Optional<String> commonName(String subject) {
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> String.valueOf(part.getValue()))
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
