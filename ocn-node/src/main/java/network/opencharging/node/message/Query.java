package network.opencharging.node.message;

import network.opencharging.protocol.json.Json;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The text behind the question mark of a URL. It is passed on as it is written; its parameters are
 * read only where one of them must be known, signed or sent to another node.
 *
 * @param text without the question mark; empty when there is none
 */
public record Query(String text) {
    /** No query. */
    public static final Query NONE = new Query("");

    /** A query of these decoded parameters. */
    public static Query of(Json.Obj parameters) {
        List<String> parts = new ArrayList<>();
        parameters
                .members()
                .forEach((name, value) ->
                        parts.add(
                                encode(name) + "=" + encode(value.asText().orElse(value.text()))));
        return new Query(String.join("&", parts));
    }

    /** The parameters, decoded, in their order; of a repeated one the first counts. */
    public SequencedMap<String, String> parameters() {
        SequencedMap<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts()) {
            parameters.putIfAbsent(decode(nameOf(part)), decode(valueOf(part)));
        }
        return parameters;
    }

    /** The parameters as a JSON object of texts, as nodes send them to each other. */
    public Json.Obj toJson() {
        Json.Obj json = Json.Obj.EMPTY;
        for (Map.Entry<String, String> parameter : parameters().entrySet()) {
            json = json.with(parameter.getKey(), parameter.getValue());
        }
        return json;
    }

    /** The name that occurs more than once, if there is one. */
    public Optional<String> repeated() {
        List<String> names = parts().stream().map(part -> decode(nameOf(part))).toList();
        return names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst();
    }

    /** The value of a parameter, decoded. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(parameters().get(name));
    }

    /** The same with another value for a parameter; everything else stays as it is written. */
    public Query with(String name, String value) {
        List<String> changed =
                parts().stream()
                        .map(part ->
                                decode(nameOf(part)).equals(name)
                                        ? nameOf(part) + "=" + encode(value)
                                        : part)
                        .toList();
        return new Query(String.join("&", changed));
    }

    /** The same with this value for a parameter, which is added where it was missing. */
    public Query setting(String name, String value) {
        if (value(name).isPresent()) {
            return with(name, value);
        }
        String added = encode(name) + "=" + encode(value);
        return new Query(text.isEmpty() ? added : text + "&" + added);
    }

    /** The URL with this query behind it. */
    public String appendTo(String url) {
        return text.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + text;
    }

    private List<String> parts() {
        return text.isEmpty() ? List.of() : List.of(text.split("&", -1));
    }

    private static String nameOf(String part) {
        int sign = part.indexOf('=');
        return sign < 0 ? part : part.substring(0, sign);
    }

    private static String valueOf(String part) {
        int sign = part.indexOf('=');
        return sign < 0 ? "" : part.substring(sign + 1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A broken escape stays as it is: it is not the node's to repair. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Nothing: a query may hold what does not belong into a log. */
    @Override
    public String toString() {
        return text.length() + " characters";
    }
}
