package network.opencharging.node.client;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The URL of a call, taken apart.
 *
 * @param peer the server
 * @param target path and query as they stand on the request line
 */
record CallUrl(Peer peer, String target) {
    private static final int MOST_PORT = 65535;

    /** Reads an absolute http or https URL without user; empty when it is none. */
    static Optional<CallUrl> parse(String url) {
        boolean secure = url.regionMatches(true, 0, "https://", 0, 8);
        if (!secure && !url.regionMatches(true, 0, "http://", 0, 7)) {
            return Optional.empty();
        }
        int begin = secure ? 8 : 7;
        int end = begin;
        while (end < url.length() && "/\\?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String rest = url.substring(end);
        int fragment = rest.indexOf('#');
        String target = fragment < 0 ? rest : rest.substring(0, fragment);
        String path = target.startsWith("/") ? target : "/" + target;
        return peer(secure, url.substring(begin, end)).map(peer -> new CallUrl(peer, safe(path)));
    }

    private static Optional<Peer> peer(boolean secure, String authority) {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon > authority.lastIndexOf(']');
        Optional<String> host = host(hasPort ? authority.substring(0, colon) : authority);
        int port = hasPort ? port(authority.substring(colon + 1)) : secure ? 443 : 80;
        return port < 1 ? Optional.empty() : host.map(name -> new Peer(secure, name, port));
    }

    private static int port(String digits) {
        boolean number = !digits.isEmpty() && digits.length() <= 5 && isDigits(digits);
        int port = number ? Integer.parseInt(digits) : 0;
        return port <= MOST_PORT ? port : 0;
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Optional<String> host(String written) {
        if (written.startsWith("[")) {
            String inner = written.substring(1, Math.max(1, written.length() - 1));
            return written.endsWith("]")
                            && AddressRange.looksLikeAddress(inner)
                            && AddressRange.isAddressOrName(inner)
                    ? Optional.of(inner.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        }
        try {
            String name = IDN.toASCII(written).toLowerCase(Locale.ROOT);
            return !name.isEmpty()
                            && name.chars().allMatch(CallUrl::isOfName)
                            && AddressRange.isAddressOrName(name)
                    ? Optional.of(name)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // A label that cannot be written in letters and digits.
            return Optional.empty();
        }
    }

    private static boolean isOfName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    }

    /** What must not stand on a request line is escaped; everything else stays as it is. */
    private static String safe(String target) {
        if (target.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return target;
        }
        StringBuilder safe = new StringBuilder();
        for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7f) {
                safe.append((char) b);
            } else {
                safe.append("%%%02X".formatted(b & 0xff));
            }
        }
        return safe.toString();
    }
}
