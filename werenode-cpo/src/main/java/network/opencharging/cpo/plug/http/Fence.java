package network.opencharging.cpo.plug.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where plugs may be called. */
public final class Fence {
    private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]*]|[^:]*)(?::(.*))?");

    private final List<Network> networks;

    private record Network(BigInteger prefix, int bits, int width) {
        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            return bytes.length * Byte.SIZE == width
                    && new BigInteger(1, bytes).shiftRight(width - bits).equals(prefix);
        }
    }

    /**
     * @param networks like {@code 192.168.7.0/24, fd00:7::/64}; empty: nowhere
     * @throws IllegalArgumentException naming what is no network
     */
    public Fence(String networks) {
        this.networks =
                Arrays.stream(networks.split(",", -1))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(Fence::network)
                        .toList();
    }

    private static Network network(String text) {
        String[] parts = text.split("/", -1);
        return parts.length != 2
                ? refused(text)
                : prefix(parts[0], parts[1]).orElseGet(() -> refused(text));
    }

    private static Network refused(String text) {
        throw new IllegalArgumentException(
                "ocn.cpo.plugs.http-networks must be networks like 192.168.7.0/24, not " + text);
    }

    private static Optional<Network> prefix(String address, String length) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            int width = bytes.length * Byte.SIZE;
            int bits = Integer.parseInt(length);
            BigInteger whole = new BigInteger(1, bytes);
            return bits < 0 || bits > width
                    ? Optional.empty()
                    : Optional.of(new Network(whole.shiftRight(width - bits), bits, width));
        } catch (IllegalArgumentException e) {
            // NumberFormatException is one.
            return Optional.empty();
        }
    }

    /**
     * Checks an address; never a name, which could lead elsewhere the next time.
     *
     * @param address {@code 192.168.7.20}, {@code 192.168.7.20:8080} or {@code [fd00:7::20]:80}
     * @return the same as the beginning of a URL
     * @throws IllegalArgumentException saying what to do
     */
    public String within(String address) {
        Matcher parts = ADDRESS.matcher(address);
        String host = parts.matches() ? parts.group(1) : address;
        String number = parts.matches() && parts.group(2) != null ? parts.group(2) : "80";
        InetAddress where = literal(host);
        if (!number.matches("[1-9][0-9]{0,4}") || Integer.parseInt(number) > 65_535) {
            throw new IllegalArgumentException("address must end with a port, 1 to 65535");
        }
        if (networks.stream().noneMatch(network -> network.holds(where))) {
            throw new IllegalArgumentException(
                    "address is in none of the networks of ocn.cpo.plugs.http-networks"
                            + " (OCN_CPO_HTTP_PLUG_NETWORKS)");
        }
        String shown = where.getHostAddress();
        return "http://%s:%s".formatted(shown.contains(":") ? "[" + shown + "]" : shown, number);
    }

    private static InetAddress literal(String host) {
        try {
            return InetAddress.ofLiteral(host.replace("[", "").replace("]", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "address must be an IP address, with a port or without: 192.168.7.20:80", e);
        }
    }
}
