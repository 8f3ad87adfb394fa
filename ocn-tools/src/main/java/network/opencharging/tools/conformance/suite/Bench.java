package network.opencharging.tools.conformance.suite;

import network.opencharging.bridge.model.Finding;
import network.opencharging.bridge.model.Rule;
import network.opencharging.bridge.model.Severity;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.Model;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.http.Request;
import network.opencharging.tools.wire.Directory;
import network.opencharging.tools.wire.Ears;
import network.opencharging.tools.wire.Heard;
import network.opencharging.tools.wire.Line;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cases work with: the line to the system, and what was heard of its lists already. */
public final class Bench {
    private static final int MOST_PAGES = 200;

    private final Line line;
    private final Directory directory;
    private final Ears ears;
    private final Clock clock;
    private final Freedom freedom;
    private final Map<URI, List<Heard>> crawls = new HashMap<>();
    private Optional<Ordered> ordered = Optional.empty();

    /**
     * What the suite may do.
     *
     * @param commands whether it may send commands, which do something at a plug
     * @param results how long the result of a command may take; empty: as long as its answer says
     */
    public record Freedom(boolean commands, Optional<Duration> results) {
        /** May read and write objects, but start nothing at a plug. */
        public static final Freedom NO_COMMANDS = new Freedom(false, Optional.empty());
    }

    /** A bench on which nothing was tried. */
    public Bench(Line line, Directory directory, Ears ears, Clock clock, Freedom freedom) {
        this.line = line;
        this.directory = directory;
        this.ears = ears;
        this.clock = clock;
        this.freedom = freedom;
    }

    /**
     * A command that was sent.
     *
     * @param answer what it was answered
     * @param results what came to its response_url in time
     * @param waited for how long
     */
    record Ordered(Heard answer, List<Request> results, Duration waited) {}

    /** Orders something. */
    interface Order {
        /** Does it. */
        Ordered send() throws IOException;
    }

    /** The command that several cases look at; it is sent once. */
    Ordered once(Order order) throws IOException {
        if (ordered.isEmpty()) {
            ordered = Optional.of(order.send());
        }
        return ordered.get();
    }

    Line line() {
        return line;
    }

    Directory directory() {
        return directory;
    }

    Ears ears() {
        return ears;
    }

    Clock clock() {
        return clock;
    }

    Freedom freedom() {
        return freedom;
    }

    PartyId self() {
        return line.ends().self();
    }

    /** An address below an interface, joined by one slash. */
    static URI below(URI url, String... segments) {
        String base = url.toString().replaceAll("/+$", "");
        return URI.create(base + "/" + String.join("/", segments));
    }

    static URI with(URI url, String query) {
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
    }

    /** The pages of a list by twos, as far as links lead; each list is walked once. */
    List<Heard> pages(ModuleId module, URI url) throws IOException {
        List<Heard> known = crawls.get(url);
        if (known != null) {
            return known;
        }
        List<Heard> pages = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Optional<URI> next = Optional.of(with(url, query(module) + "limit=2"));
        while (next.isPresent() && pages.size() < MOST_PAGES && seen.add(next.get())) {
            Heard page = line.get(next.get());
            pages.add(page);
            next = page.next();
        }
        crawls.put(url, List.copyOf(pages));
        return pages;
    }

    /** All objects of a list, in their order. */
    List<Json.Obj> all(ModuleId module, URI url) throws IOException {
        return pages(module, url).stream().flatMap(page -> page.objects().stream()).toList();
    }

    /** OCPI 2.2.1 §9.2.1: sessions are not listed without date_from. */
    static String query(ModuleId module) {
        return module.equals(ModuleId.SESSIONS) ? "date_from=2000-01-01T00:00:00Z&" : "";
    }

    /** The first thing that is wrong with an object, by the model; empty when it is right. */
    static Optional<String> wrong(String type, Json object) {
        Shape<?> shape =
                Model.SHAPES.stream()
                        .filter(one -> one.name().equals(type))
                        .findFirst()
                        .orElseThrow();
        return shape.check(object).stream().filter(Bench::isWrong).findFirst().map(Bench::sentence);
    }

    /**
     * A word of no version is only a warning to a reader; to who holds others against 2.2.1 it is
     * wrong.
     */
    private static boolean isWrong(Finding finding) {
        return finding.severity().compareTo(Severity.ERROR) >= 0 || finding.rule() == Rule.ENUM;
    }

    private static String sentence(Finding finding) {
        return finding.path() + " " + finding.sentence() + " (" + finding.rule() + ")";
    }
}
