package network.opencharging.tools.mock.fault;

import static network.opencharging.tools.mock.fault.Spoil.answers;
import static network.opencharging.tools.mock.fault.Spoil.header;
import static network.opencharging.tools.mock.fault.Spoil.items;
import static network.opencharging.tools.mock.fault.Spoil.lacking;
import static network.opencharging.tools.mock.fault.Spoil.listOf;
import static network.opencharging.tools.mock.fault.Spoil.query;
import static network.opencharging.tools.mock.fault.Spoil.requests;
import static network.opencharging.tools.mock.fault.Spoil.without;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Faults in paging and filters. */
final class ListFaults {
    private static final Predicate<Request> LIST = listOf("locations").or(listOf("tokens"));
    private static final Pattern OFFSET = Pattern.compile("offset=([0-9]+)");

    private ListFaults() {}

    static List<Fault> all() {
        return Stream.of(counts(), links(), filters()).flatMap(List::stream).toList();
    }

    private static List<Fault> counts() {
        return List.of(
                Fault.in(
                        "no-total-count",
                        "X-Total-Count is missing",
                        answers(LIST, lacking("X-Total-Count"))),
                Fault.in("no-limit", "X-Limit is missing", answers(LIST, lacking("X-Limit"))),
                Fault.in(
                        "limit-ignored",
                        "limit is not kept to",
                        requests(LIST, query(without("limit")))),
                Fault.in(
                        "no-link",
                        "the way to the next page is not told",
                        answers(LIST, lacking("Link"))));
    }

    private static List<Fault> links() {
        return List.of(
                Fault.in(
                        "link-at-the-end",
                        "the last page has a Link",
                        answers(
                                LIST,
                                a ->
                                        a.headers().get("Link").isPresent()
                                                ? a
                                                : header("Link", "</ocpi/nowhere>; rel=\"next\"")
                                                        .apply(a))),
                Fault.in(
                        "pages-overlap",
                        "a page begins with the last object of the one before",
                        requests(LIST, query(ListFaults::oneEarlier))),
                Fault.in(
                        "total-of-the-page",
                        "X-Total-Count counts the page",
                        answers(
                                LIST,
                                a -> header("X-Total-Count", String.valueOf(objects(a))).apply(a))),
                Fault.in(
                        "link-without-filters",
                        "Link loses the filters",
                        answers(
                                LIST,
                                a ->
                                        a.headers()
                                                .get("Link")
                                                .map(link ->
                                                        header(
                                                                        "Link",
                                                                        link.replaceAll(
                                                                                "date_from=[^&>]*&?",
                                                                                ""))
                                                                .apply(a))
                                                .orElse(a))));
    }

    private static List<Fault> filters() {
        return List.of(
                Fault.in(
                        "offset-ignored",
                        "offset is not kept to",
                        requests(LIST, query(without("offset")))),
                Fault.in(
                        "date-from-ignored",
                        "date_from is not kept to",
                        requests(LIST, query(without("date_from")))),
                Fault.in(
                        "date-to-ignored",
                        "date_to is not kept to",
                        requests(
                                LIST,
                                query(q ->
                                        without("date_from").apply(without("date_to").apply(q))))),
                Fault.in(
                        "twins-by-case",
                        "an object stands twice, in another case",
                        Spoil.data(LIST, ListFaults::twins)),
                Fault.in(
                        "foreign-owner",
                        "objects are of another party",
                        Spoil.objects(LIST, one -> one.with("party_id", "XXX"))));
    }

    private static int objects(Answer answer) {
        return items(Spoil.envelope(answer).member("data").orElse(Json.Null.NULL)).size();
    }

    private static String oneEarlier(String query) {
        Matcher found = OFFSET.matcher(query);
        return found.find() && !found.group(1).equals("0")
                ? found.replaceFirst("offset=" + (Integer.parseInt(found.group(1)) - 1))
                : query;
    }

    private static Json twins(Json data) {
        List<Json> items = items(data);
        if (!items.isEmpty() && items.getFirst() instanceof Json.Obj first) {
            String field = first.member("uid").isPresent() ? "uid" : "id";
            Optional<String> id = first.textOf(field);
            items.add(first.with(field, id.orElse("").toLowerCase(Locale.ROOT)));
        }
        return Json.array(items);
    }
}
