package network.opencharging.tools.mock.admin;

import network.opencharging.tools.mock.Looked;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every page of a mock has around it. */
final class Frame {
    private final String style;
    private final Looked mock;
    private final Map<String, String> places;

    /**
     * Around a party's pages.
     *
     * @param poked whether there is something to do beside looking
     */
    Frame(Looked mock, boolean poked) {
        this.mock = mock;
        this.style = read("page.css");
        this.places = places(poked);
    }

    private static Map<String, String> places(boolean poked) {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("/", "Overview");
        places.put("/objects", "Objects");
        places.put("/requests", "Requests");
        if (poked) {
            places.put("/faults", "Faults");
            places.put("/do", "Do");
        }
        return places;
    }

    /** Whether there is a page at that path. */
    boolean isPlace(String path) {
        return places.containsKey(path);
    }

    private static String read(String name) {
        try (InputStream in = Frame.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in this program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole page. */
    String around(String place, Html content) {
        String who = mock.identity().name() + " · mock " + mock.identity().role();
        Html links =
                Html.all(
                        places.entrySet().stream()
                                .map(one ->
                                        Html.in(
                                                "a href="
                                                        + Html.quoted(one.getKey())
                                                        + (one.getKey().equals(place)
                                                                ? " aria-current=\"page\""
                                                                : ""),
                                                one.getValue()))
                                .toList());
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><style>%s</style></head><body>
        <header><h1>%s</h1><p>%s</p><nav>%s</nav></header>
        <main>%s</main></body></html>
        """
                .formatted(
                        Html.of(places.getOrDefault(place, "Mock") + " · " + who).text(),
                        style,
                        Html.of(mock.identity().name()).text(),
                        Html.of(
                                        "%s, a mock %s at %s"
                                                .formatted(
                                                        mock.identity().party(),
                                                        mock.identity().role(),
                                                        mock.versions()))
                                .text(),
                        links.text(),
                        content.text());
    }
}
