package network.opencharging.tools.scenario;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.expect.Like;
import network.opencharging.tools.expect.Variables;
import network.opencharging.tools.mock.Mock;
import network.opencharging.tools.mock.script.Player;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What mocks hear, and have by then. Nothing is heard twice. */
final class Ears {
    private final Company company;
    private final Variables variables;
    private final Set<Exchange> heard = Collections.newSetFromMap(new IdentityHashMap<>());

    Ears(Company company, Variables variables) {
        this.company = company;
        this.variables = variables;
    }

    Ended hear(Step.Hear hear) throws InterruptedException {
        Optional<Player> player = company.player(hear.at());
        if (player.isEmpty()) {
            return new Ended.NotTried(hear.at() + " is a live system: what it hears is not seen");
        }
        Optional<Exchange> found =
                player.get()
                        .mock()
                        .log()
                        .await(one -> isNew(one) && fits(hear.sound(), one), hear.within());
        if (found.isEmpty()) {
            return new Ended.Badly(
                    "%s did not hear %s within %d s%s"
                            .formatted(
                                    hear.at(),
                                    words(hear.sound()),
                                    hear.within().toSeconds(),
                                    nearest(hear.sound(), player.get().mock())));
        }
        heard.add(found.get());
        return new Ended.Well(seen(found.get()));
    }

    Ended silence(Step.Silence silence) throws InterruptedException {
        Optional<Player> player = company.player(silence.at());
        if (player.isEmpty()) {
            return new Ended.NotTried(
                    silence.at() + " is a live system: what it hears is not seen");
        }
        Optional<Exchange> found =
                player.get()
                        .mock()
                        .log()
                        .await(one -> isNew(one) && fits(silence.sound(), one), silence.within());
        return found.<Ended>map(
                        one -> new Ended.Badly(silence.at() + " heard " + one.request().line()))
                .orElse(Ended.Well.WITHOUT);
    }

    Ended have(Step.Have have) throws InterruptedException {
        Optional<Player> player = company.player(have.at());
        if (player.isEmpty()) {
            return new Ended.NotTried(have.at() + " is a live system: what it has is not seen");
        }
        Mock mock = player.get().mock();
        if (!mock.objects().containsKey(have.kind())) {
            return new Ended.Badly(
                    "%s has no %s; there are %s"
                            .formatted(have.at(), have.kind(), mock.objects().keySet()));
        }
        Json like = variables.in(have.like());
        Optional<Json> found = find(mock, have.kind(), like);
        long end = System.nanoTime() + have.within().toNanos();
        while (found.isEmpty() && System.nanoTime() < end) {
            int before = mock.log().all().size();
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            mock.log()
                    .await(
                            _ -> mock.log().all().size() > before,
                            Duration.ofMillis(Math.clamp(left, 1, 200)));
            found = find(mock, have.kind(), like);
        }
        return found.<Ended>map(Ended.Well::new)
                .orElseGet(() ->
                        new Ended.Badly(
                                "%s has none of %s like %s; %s"
                                        .formatted(
                                                have.at(),
                                                have.kind(),
                                                like.text(),
                                                closest(mock, have.kind(), like))));
    }

    private static Optional<Json> find(Mock mock, String kind, Json like) {
        return objects(mock, kind).stream()
                .filter(one -> Like.difference(like, Optional.of(one), "it").isEmpty())
                .findFirst();
    }

    private static List<Json> objects(Mock mock, String kind) {
        List<Json> all = new ArrayList<>();
        for (ObjectNode one : mock.objects().getOrDefault(kind, List.of())) {
            JsonReader.standard().read(one.toString()).optional().ifPresent(all::add);
        }
        return all;
    }

    private static String closest(Mock mock, String kind, Json like) {
        List<Json> all = objects(mock, kind);
        return all.isEmpty()
                ? "it has none at all"
                : "of the last of %d: %s"
                        .formatted(
                                all.size(),
                                Like.difference(like, Optional.of(all.getLast()), "it").orElse(""));
    }

    private boolean isNew(Exchange exchange) {
        return exchange.direction() == Exchange.Direction.RECEIVED && !heard.contains(exchange);
    }

    private boolean fits(Step.Sound sound, Exchange exchange) {
        return addressed(sound, exchange)
                && sound.body()
                        .map(variables::in)
                        .map(like -> Like.difference(like, body(exchange), "body").isEmpty())
                        .orElse(true);
    }

    private boolean addressed(Step.Sound sound, Exchange exchange) {
        String[] line = exchange.request().line().split(" ", 2);
        String path = line[1].split("\\?", 2)[0].toLowerCase(Locale.ROOT);
        return sound.method().map(line[0]::equalsIgnoreCase).orElse(true)
                && sound.module()
                        .map(module -> (path + "/").contains("/" + module + "/"))
                        .orElse(true)
                && sound.path()
                        .map(variables::in)
                        .map(end -> path.endsWith(end.toLowerCase(Locale.ROOT)))
                        .orElse(true);
    }

    private static Optional<Json> body(Exchange exchange) {
        return JsonReader.standard().read(exchange.request().body()).optional();
    }

    /** What was heard, with its body, line and ids. */
    private static Json seen(Exchange exchange) {
        return Json.object(
                Map.of(
                        "body",
                        body(exchange).orElse(Json.Null.NULL),
                        "line",
                        Json.text(exchange.request().line()),
                        "correlation_id",
                        Json.text(exchange.correlationId())));
    }

    private static String words(Step.Sound sound) {
        return "%s %s%s%s"
                .formatted(
                        sound.method().orElse("anything"),
                        sound.module().orElse(""),
                        sound.path().map(path -> " …" + path).orElse(""),
                        sound.body().map(body -> " like " + body.text()).orElse(""));
    }

    /** What came to the same address and was not like it. */
    private String nearest(Step.Sound sound, Mock mock) {
        return mock.log().all().stream()
                .filter(this::isNew)
                .filter(one -> addressed(sound, one))
                .reduce((_, last) -> last)
                .map(one ->
                        "; it heard %s, but %s"
                                .formatted(
                                        one.request().line(),
                                        sound.body()
                                                .map(variables::in)
                                                .flatMap(like ->
                                                        Like.difference(like, body(one), "body"))
                                                .orElse("not in time")))
                .orElse("");
    }
}
