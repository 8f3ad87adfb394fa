package network.opencharging.protocol.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The path behind an endpoint, with places for ids: {@code {location_id}[/{evse_uid}]} where the
 * part in brackets may be missing. Ids are compared and handed on as they stand in the URL, with
 * their percent escapes.
 */
public final class PathPattern {
    private final String template;
    private final List<Segment> segments;

    private sealed interface Segment {
        record Word(String text) implements Segment {}

        record Place(String name, boolean optional) implements Segment {}
    }

    private PathPattern(String template, List<Segment> segments) {
        this.template = template;
        this.segments = segments;
    }

    /** The pattern written in this way. */
    static PathPattern of(String template) {
        List<Segment> segments = new ArrayList<>();
        String plain = template.replace("[/", "/[").replace("]", "");
        for (String part : plain.isEmpty() ? new String[0] : plain.split("/")) {
            boolean optional = part.startsWith("[");
            String inner = optional ? part.substring(1) : part;
            segments.add(
                    inner.startsWith("{")
                            ? new Segment.Place(inner.substring(1, inner.length() - 1), optional)
                            : new Segment.Word(inner));
        }
        return new PathPattern(template, List.copyOf(segments));
    }

    /** The ids in this path, by the names of their places; empty when the path has another form. */
    public Optional<SequencedMap<String, String>> match(String path) {
        String[] parts = path.isEmpty() ? new String[0] : path.split("/", -1);
        if (parts.length > segments.size()) {
            return Optional.empty();
        }
        SequencedMap<String, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!matches(segments.get(i), i < parts.length ? parts[i] : "", ids)) {
                return Optional.empty();
            }
        }
        return Optional.of(ids);
    }

    private static boolean matches(Segment segment, String part, Map<String, String> ids) {
        return switch (segment) {
            case Segment.Word(String text) -> text.equals(part);
            case Segment.Place(String name, boolean optional) -> {
                if (!part.isEmpty()) {
                    ids.put(name, part);
                }
                yield optional || !part.isEmpty();
            }
        };
    }

    /**
     * The path with these ids, which must be escaped already; optional places without an id end it.
     *
     * @throws IllegalArgumentException naming the id that is missing
     */
    public String fill(Map<String, String> ids) {
        List<String> parts = new ArrayList<>();
        for (Segment segment : segments) {
            switch (segment) {
                case Segment.Word(String text) -> parts.add(text);
                case Segment.Place(String name, boolean optional) -> {
                    String id = ids.get(name);
                    if (id == null && !optional) {
                        throw new IllegalArgumentException("the path needs a " + name);
                    }
                    if (id == null) {
                        return String.join("/", parts);
                    }
                    parts.add(id);
                }
            }
        }
        return String.join("/", parts);
    }

    /** True when the path begins with the owner of the object: country code and party id. */
    public boolean namesOwner() {
        return template.startsWith("{country_code}/{party_id}");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern pattern && template.equals(pattern.template);
    }

    @Override
    public int hashCode() {
        return template.hashCode();
    }

    /** The template. */
    @Override
    public String toString() {
        return template;
    }
}
