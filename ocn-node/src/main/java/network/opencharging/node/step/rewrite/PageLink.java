package network.opencharging.node.step.rewrite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header {@code Link} of a page (RFC 8288): {@code <url>; rel="next"}. */
final class PageLink {
    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT =
            Pattern.compile(";\\s*rel\\s*=\\s*\"?next\"?\\s*([;,]|$)", Pattern.CASE_INSENSITIVE);

    private PageLink() {}

    /** The URL of the next page. */
    static Optional<String> next(String header) {
        Matcher link = LINK.matcher(header);
        while (link.find()) {
            if (NEXT.matcher(link.group(2).strip()).find()) {
                return Optional.of(link.group(1).strip());
            }
        }
        return Optional.empty();
    }

    /** The header for this next page. */
    static String header(String url) {
        return "<" + url + ">; rel=\"next\"";
    }
}
