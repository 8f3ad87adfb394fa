package network.opencharging.node.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Whether a path behind an endpoint stays behind it. The node puts it behind the receiver's URL and
 * calls that with the receiver's token: a path that climbs out with dots would let any party read
 * and change the receiver's credentials.
 */
final class SafePath {
    /** Some servers decode twice. */
    private static final int MOST_DECODINGS = 3;

    private SafePath() {}

    static boolean stays(String path) {
        return path.chars().noneMatch(SafePath::isForeign) && !climbs(path);
    }

    /** Characters that end a path, that some read as a slash, or that stand in no URL. */
    private static boolean isForeign(int c) {
        return c <= ' ' || c >= 0x7f || c == '?' || c == '#' || c == '\\';
    }

    private static boolean climbs(String path) {
        if (path.indexOf('%') < 0 && path.indexOf('+') < 0) {
            return hasDots(path);
        }
        String read = path;
        for (int i = 0; i < MOST_DECODINGS; i++) {
            if (hasDots(read)) {
                return true;
            }
            try {
                read = URLDecoder.decode(read, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                // A broken escape: nobody knows how the receiver reads it, unless it came from us.
                return i == 0;
            }
        }
        return hasDots(read);
    }

    /** Also before a semicolon: some servers cut path parameters off first. */
    private static boolean hasDots(String path) {
        if (path.indexOf('.') < 0) {
            return false;
        }
        for (String segment : path.split("[/\\\\]")) {
            int parameters = segment.indexOf(';');
            String name = parameters < 0 ? segment : segment.substring(0, parameters);
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
