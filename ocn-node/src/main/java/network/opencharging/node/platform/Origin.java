package network.opencharging.node.platform;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port of an address: what a platform announces by its versions URL and endpoints.
 * Addresses that others give for it (a {@code response_url}, a page link) are followed only to
 * these.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case
 * @param port explicit, also where the address left it out
 */
public record Origin(String scheme, String host, int port) {

    /**
     * The origin of an absolute http or https address.
     *
     * @throws IllegalArgumentException when the address is relative, has no host or another scheme
     */
    public static Origin of(URI address) {
        String scheme =
                address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            throw new IllegalArgumentException("address must be an absolute http or https URL");
        }
        int standard = scheme.equals("https") ? 443 : 80;
        int port = address.getPort() < 0 ? standard : address.getPort();
        return new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port);
    }
}
