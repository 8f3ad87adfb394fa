package network.opencharging.node.step.rewrite;

import network.opencharging.node.message.Query;
import network.opencharging.node.message.Target;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RequestPath;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where this node is reached from outside, and the forms of the links it gives out.
 *
 * @param base the public URL without a slash at its end
 */
public record NodeAddress(String base) {
    /** Strips the slash. */
    public NodeAddress {
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    String page(Target target, String token) {
        return base
                + RequestPath.endpoint(target.spoken().value(), target.module(), target.role())
                + "/page/"
                + token;
    }

    String cdr(OcpiVersion version, String token) {
        return base
                + RequestPath.endpoint(version.value(), ModuleId.CDRS, InterfaceRole.RECEIVER)
                + "/"
                + token;
    }

    /**
     * Where a result is awaited at a node of a published generation. They serve the results of
     * charging profiles at one place only, which is not the one that they give out.
     */
    String callback(PeerProfile published, ModuleId module, String word, String token) {
        return module.equals(ModuleId.CHARGING_PROFILES)
                ? "%s/ocpi/%s/sender/%s/result/%s"
                        .formatted(base, published.version(), module, token)
                : callback(new OcpiVersion(published.version()), module, word, token);
    }

    /** Where a result is awaited. */
    String callback(OcpiVersion version, ModuleId module, String word, String token) {
        return base
                + RequestPath.endpoint(version.value(), module, InterfaceRole.SENDER)
                + "/"
                + word
                + "/"
                + token;
    }

    /**
     * The query of a URL, to be kept in sight behind a sealed link: who follows the link signs what
     * the receiver will see. What is called is what was sealed, whatever the query says. A query
     * that names a parameter twice stays out of sight: it could be neither signed nor told to
     * another node.
     */
    static String inSight(String url) {
        int mark = url.indexOf('?');
        int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
        return mark < 0
                        || mark > end
                        || new Query(url.substring(mark + 1, end)).repeated().isPresent()
                ? ""
                : url.substring(mark, end);
    }

    /** Whether the URL leads to this node: the same scheme, host and port. */
    boolean owns(URI url) {
        return authority(url).equals(authority(URI.create(base)));
    }

    private static String authority(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = url.getPort() < 0 ? standard : url.getPort();
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /**
     * An absolute http or https URL with a host and without a user in it.
     *
     * @throws URISyntaxException when the text is none
     */
    static URI absolute(String text) throws URISyntaxException {
        URI url = new URI(text);
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || url.getHost() == null || url.getUserInfo() != null) {
            throw new URISyntaxException("", "not an absolute http or https URL");
        }
        return url;
    }
}
