package network.opencharging.tools.mock.admin;

import network.opencharging.tools.mock.Mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every page of a mock has around it. */
final class Frame {
    private static final Map<String, String> PLACES = places();

    private final String style;
    private final Mock mock;

    Frame(Mock mock) {
        this.mock = mock;
        this.style = read("page.css");
    }

    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        places.put("/", "Overview");
        places.put("/objects", "Objects");
        places.put("/requests", "Requests");
        places.put("/faults", "Faults");
        places.put("/do", "Do");
        return places;
    }

    /** Whether there is a page at that path. */
    static boolean isPlace(String path) {
        return PLACES.containsKey(path);
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
                        PLACES.entrySet().stream()
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
                        Html.of(PLACES.getOrDefault(place, "Mock") + " · " + who).text(),
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
