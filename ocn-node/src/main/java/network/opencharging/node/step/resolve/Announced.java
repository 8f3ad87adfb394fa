package network.opencharging.node.step.resolve;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.Origin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The addresses a platform announced: everything at the origins of its versions URL and endpoints,
 * but not the places where credentials and versions are served.
 */
record Announced(Connection connection) {

    static Announced by(ConnectedPlatform platform) {
        return new Announced(platform.connection());
    }

    boolean covers(String url) {
        return parsed(url)
                .filter(uri -> connection.origins().contains(Origin.of(uri)))
                .filter(uri -> !isConfiguration(uri))
                .isPresent();
    }

    /**
     * Whoever can read credentials through us has the key to the platform. Versions are compared as
     * they are: their URL may be the root of all endpoints.
     */
    private boolean isConfiguration(URI uri) {
        List<String> path = segments(uri);
        return path.equals(segments(connection.versionsUrl()))
                || connection
                        .credentialsEndpoints()
                        .map(Announced::segments)
                        .anyMatch(place -> startsWith(path, place));
    }

    private static boolean startsWith(List<String> path, List<String> place) {
        return path.size() >= place.size() && path.subList(0, place.size()).equals(place);
    }

    /**
     * The path as a generous server may read it: escapes decoded, case, empty segments, dots and
     * path parameters without meaning.
     */
    private static List<String> segments(URI uri) {
        List<String> segments = new ArrayList<>();
        for (String raw : uri.getPath().toLowerCase(Locale.ROOT).split("/")) {
            String segment = raw.contains(";") ? raw.substring(0, raw.indexOf(';')) : raw;
            if (segment.equals("..") && !segments.isEmpty()) {
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static Optional<URI> parsed(String url) {
        try {
            URI uri = new URI(url);
            boolean usable =
                    uri.getScheme() != null
                            && (uri.getScheme().equalsIgnoreCase("http")
                                    || uri.getScheme().equalsIgnoreCase("https"))
                            && uri.getHost() != null
                            && uri.getPath() != null
                            && uri.getUserInfo() == null;
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
