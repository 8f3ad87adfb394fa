package network.opencharging.fuzz;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What no answer may be, whatever was asked: silence, a fault of the node, a page, a stack trace,
 * or something that belongs to somebody else.
 */
public final class Judge {
    private static final Pattern INSIDES =
            Pattern.compile(
                    "\\tat"
                        + " |[a-z]\\.[A-Z]\\w+Exception|\\bjava\\.|springframework|tomcat|<html|<!doctype|jdbc:",
                    Pattern.CASE_INSENSITIVE);

    /** Not served, the other side failed, too busy: told as such, with a sentence. */
    private static final Set<Integer> TOLD = Set.of(501, 502, 503);

    private final List<String> secrets;

    /**
     * A judge.
     *
     * @param secrets what belongs to others than who asks
     */
    public Judge(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** What is wrong with the answer; empty when nothing is. */
    public Optional<String> objection(WireRequest request, WireAnswer answer) {
        // Without a first line the server answers as HTTP/0.9 did, and sometimes goes on like that.
        if (answer.text().isEmpty() && request.isWhole()) {
            return Optional.of("no answer");
        }
        Optional<String> secret = secrets.stream().filter(answer.text()::contains).findFirst();
        if (secret.isPresent()) {
            return Optional.of("tells " + secret.get());
        }
        if (answer.status() >= 500 && !TOLD.contains(answer.status())) {
            return Optional.of("HTTP " + answer.status());
        }
        // What the caller wrote itself may come back inside a sentence: only what is ours counts.
        boolean insides =
                !isOwnPage(answer)
                        && INSIDES.matcher(answer.text())
                                .results()
                                .anyMatch(found -> !request.toString().contains(found.group()));
        if (insides) {
            return Optional.of("shows insides");
        }
        boolean toBeRead =
                answer.status() >= 400 && !request.method().equals("HEAD") && !isOwnPage(answer);
        return toBeRead ? shapeless(answer) : Optional.empty();
    }

    /**
     * What the node shows its administrators, with the policy that only its own pages have, and the
     * form by which they sign in, which is also a refusal.
     */
    private static boolean isOwnPage(WireAnswer answer) {
        boolean page =
                answer.text().contains("Content-Security-Policy: default-src 'none'; script-src");
        boolean form = answer.text().contains("<h1>Sign in</h1>");
        return switch (answer.status()) {
            case 200 -> page || form;
            case 401, 429 -> form;
            default -> false;
        };
    }

    /**
     * A refusal is an envelope, or outside of OCPI an object with the member error; in GraphQL
     * errors. Who is too busy says when to come again.
     */
    private static Optional<String> shapeless(WireAnswer answer) {
        boolean envelope = EnvelopeGlance.at(Body.of(answer.body())).isPresent();
        boolean object =
                JsonReader.standard().read(answer.body())
                                instanceof JsonReading.Read<Json>(Json.Obj it)
                        && (it.textOf("error").isPresent() || it.member("errors").isPresent());
        boolean later = answer.status() == 503 && answer.text().contains("Retry-After: ");
        return envelope || (object && (answer.status() < 500 || answer.status() == 502 || later))
                ? Optional.empty()
                : Optional.of("HTTP " + answer.status() + " without envelope");
    }
}
