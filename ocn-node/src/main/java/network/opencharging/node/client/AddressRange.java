package network.opencharging.node.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of IP addresses: those whose first {@code bits} bits are those of {@code network}. */
record AddressRange(InetAddress network, int bits) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    static boolean looksLikeAddress(String text) {
        return ADDRESS.matcher(beforeSlash(text)).matches();
    }

    /**
     * Whether what looks like an address is one: {@code 1.2.3.4.5} and {@code 127.0.0.1.} are not.
     */
    static boolean isAddressOrName(String host) {
        if (!looksLikeAddress(host)) {
            return true;
        }
        try {
            literal(host);
            return true;
        } catch (IllegalArgumentException e) {
            // Nobody knows what a system makes of it.
            return false;
        }
    }

    /**
     * Reads {@code 10.0.0.0/8} or a single address.
     *
     * @throws IllegalArgumentException when the text is neither
     */
    static AddressRange parse(String text) {
        InetAddress network = literal(beforeSlash(text));
        int width = network.getAddress().length * 8;
        int slash = text.indexOf('/');
        int bits = slash < 0 ? width : number(text, text.substring(slash + 1));
        if (bits < 0 || bits > width) {
            throw new IllegalArgumentException("not an address range: " + text);
        }
        return new AddressRange(network, bits);
    }

    /** The address with these 4 or 16 bytes. */
    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        int mask = 0xff << (8 - rest);
        return rest == 0 || (mine[whole] & mask) == (theirs[whole] & mask);
    }

    private static InetAddress literal(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            throw new IllegalArgumentException("not an IP address: " + text);
        }
        return InetAddress.ofLiteral(text);
    }

    private static int number(String whole, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not an address range: " + whole, e);
        }
    }

    private static String beforeSlash(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }
}
