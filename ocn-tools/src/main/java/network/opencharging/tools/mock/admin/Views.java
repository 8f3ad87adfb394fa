package network.opencharging.tools.mock.admin;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Leg;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.Looked;
import network.opencharging.tools.mock.Mock;

import tools.jackson.databind.node.ObjectNode;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What there is to look at.
 *
 * @param mock that is looked at
 */
record Views(Looked mock) {
    private static final int LATEST = 200;
    private static final int MOST = 500;

    Html overview() {
        List<Exchange> exchanges = mock.log().all();
        String parties = String.join(", ", mock.connections());
        List<List<Html>> counts =
                mock.objects().entrySet().stream()
                        .map(one ->
                                List.of(
                                        Html.in(
                                                "a href="
                                                        + Html.quoted(
                                                                "/objects?of=" + one.getKey()),
                                                one.getKey()),
                                        Html.of(String.valueOf(one.getValue().size()))))
                        .toList();
        return Html.all(
                List.of(
                        Html.in(
                                "dl",
                                pair("Versions", mock.versions().toString()),
                                pair("Connected", parties.isEmpty() ? "nobody yet" : parties),
                                pair("Exchanges seen", String.valueOf(exchanges.size())),
                                faults()),
                        Html.in("h2", "Objects"),
                        Html.table(List.of("Kind", "Number"), counts)));
    }

    /** Of a party that does nothing wrong by order there is nothing to tell. */
    private Html faults() {
        if (!(mock instanceof Mock poked)) {
            return Html.NONE;
        }
        List<String> on = poked.faults().names();
        return pair("Faults on", on.isEmpty() ? "none" : String.join(", ", on));
    }

    private static Html pair(String name, String value) {
        return Html.all(List.of(Html.in("dt", name), Html.in("dd", value)));
    }

    Html objects(String of) {
        Map<String, List<ObjectNode>> all = mock.objects();
        String shown = all.containsKey(of) ? of : all.keySet().iterator().next();
        Html tabs =
                Html.in(
                        "p class=\"tabs\"",
                        Html.all(
                                all.entrySet().stream()
                                        .map(one -> tab(one.getKey(), one.getValue(), shown))
                                        .toList()));
        List<ObjectNode> objects = all.getOrDefault(shown, List.of());
        List<Html> rows = objects.stream().limit(MOST).map(Views::object).toList();
        return Html.all(
                List.of(
                        tabs,
                        rows.isEmpty()
                                ? Html.in("p class=\"soft\"", "There are none.")
                                : Html.all(rows),
                        objects.size() > MOST
                                ? Html.in(
                                        "p class=\"soft\"",
                                        "and %d more".formatted(objects.size() - MOST))
                                : Html.NONE));
    }

    private static Html tab(String name, List<ObjectNode> objects, String shown) {
        return Html.in(
                "a href="
                        + Html.quoted("/objects?of=" + name)
                        + (name.equals(shown) ? " aria-current=\"page\"" : ""),
                "%s (%d)".formatted(name, objects.size()));
    }

    private static Html object(ObjectNode object) {
        String id =
                JsonText.text(object, "id")
                        .or(() -> JsonText.text(object, "uid"))
                        .or(() -> JsonText.text(object, "party_id"))
                        .orElse("?");
        String more =
                List.of("name", "city", "status", "type", "contract_id", "currency", "role")
                        .stream()
                        .flatMap(field -> JsonText.text(object, field).stream())
                        .collect(Collectors.joining(" · "));
        return Html.in(
                "details",
                Html.in(
                        "summary",
                        Html.in("code", id),
                        Html.of(" " + more + " "),
                        Html.in("small", JsonText.text(object, "last_updated").orElse(""))),
                Html.in("pre", JsonText.pretty(JsonText.write(object))));
    }

    Html requests(boolean live) {
        List<Exchange> all = new ArrayList<>(mock.log().all());
        List<Html> rows = all.reversed().stream().limit(LATEST).map(Views::exchange).toList();
        Html choice =
                live
                        ? Html.in("a href=\"/requests\"", "Stop")
                        : Html.in("a href=\"/requests?live=yes\"", "Look every 3 seconds");
        return Html.all(
                List.of(
                        live ? new Html("<meta http-equiv=\"refresh\" content=\"3\">") : Html.NONE,
                        Html.in("p class=\"tabs\"", choice),
                        rows.isEmpty()
                                ? Html.in("p class=\"soft\"", "Nothing has passed yet.")
                                : Html.all(rows)));
    }

    private static Html exchange(Exchange exchange) {
        boolean sent = exchange.direction() == Exchange.Direction.SENT;
        String status = exchange.answer().line();
        boolean good = status.matches("2[0-9]{2}( 1[0-9]{3})?");
        return Html.in(
                "details",
                Html.in(
                        "summary",
                        Html.in("small", exchange.at().truncatedTo(ChronoUnit.MILLIS).toString()),
                        Html.of(sent ? " sent " : " received "),
                        Html.in("code", exchange.request().line()),
                        Html.of(" "),
                        Html.in("span class=" + Html.quoted(good ? "good" : "bad"), status)),
                leg("Request", exchange.request()),
                leg("Answer", exchange.answer()));
    }

    private static Html leg(String name, Leg leg) {
        String headers =
                leg.headers().asMap().entrySet().stream()
                        .map(one -> one.getKey() + ": " + one.getValue())
                        .collect(Collectors.joining("\n"));
        String body = leg.body().isEmpty() ? "" : "\n\n" + JsonText.pretty(leg.body());
        return Html.all(
                List.of(
                        Html.in("small", name + " " + leg.line().toLowerCase(Locale.ROOT)),
                        Html.in("pre", headers + body)));
    }
}
