package network.opencharging.node.client;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses the node may call. URLs are chosen by peers, so everything that is not plainly on
 * the public internet is refused, unless the administrator named it.
 *
 * <p>The check is made on addresses after name look-up, on the very addresses that are then
 * connected to, so that a name cannot point elsewhere a moment later.
 */
public final class AddressFence {
    private static final List<AddressRange> PRIVATE =
            ranges(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20");

    /** Of IPv6 all that is given out to the public lies in here (RFC 4291 §2.4). */
    private static final AddressRange GIVEN_OUT = AddressRange.parse("2000::/3");

    /** IPv6 ranges that carry an IPv4 address, and at which byte it stands. */
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");

    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");

    private final List<AddressRange> allowedRanges;
    private final Set<String> allowedHosts;

    private AddressFence(List<AddressRange> allowedRanges, Set<String> allowedHosts) {
        this.allowedRanges = allowedRanges;
        this.allowedHosts = allowedHosts;
    }

    /** Only the public internet. */
    public static AddressFence publicOnly() {
        return allowing(List.of());
    }

    /**
     * The public internet and what is listed.
     *
     * @param exceptions addresses ({@code 127.0.0.1}), ranges ({@code 10.1.0.0/16}) or host names
     *     ({@code cpo.internal})
     * @throws IllegalArgumentException naming the entry that is none of these
     */
    public static AddressFence allowing(List<String> exceptions) {
        return new AddressFence(
                exceptions.stream()
                        .filter(AddressRange::looksLikeAddress)
                        .map(AddressRange::parse)
                        .toList(),
                exceptions.stream()
                        .filter(entry -> !AddressRange.looksLikeAddress(entry))
                        .map(entry -> entry.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether {@code host}, which resolved to {@code address}, may be called. */
    public boolean permits(String host, InetAddress address) {
        return allowedHosts.contains(host.toLowerCase(Locale.ROOT))
                || allowedRanges.stream().anyMatch(range -> range.contains(address))
                || !isPrivate(address);
    }

    private static boolean isPrivate(InetAddress address) {
        if (PRIVATE.stream().anyMatch(range -> range.contains(address))) {
            return true;
        }
        if (address instanceof Inet4Address) {
            return false;
        }
        if (NAT64.contains(address)) {
            return isPrivate(embedded(address, 12));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return isPrivate(embedded(address, 2));
        }
        return !GIVEN_OUT.contains(address);
    }

    private static InetAddress embedded(InetAddress address, int from) {
        return AddressRange.address(Arrays.copyOfRange(address.getAddress(), from, from + 4));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Arrays.stream(texts).map(AddressRange::parse).toList();
    }
}
