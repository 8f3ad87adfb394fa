package network.opencharging.tools.mock.admin;

import network.opencharging.tools.report.Markup;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page, in which all text from elsewhere is harmless.
 *
 * @param text as it goes to the browser
 */
record Html(String text) {
    static final Html NONE = new Html("");

    /** Text, with what means something in HTML written as references. */
    static Html of(String plain) {
        return new Html(Markup.whole(plain));
    }

    /**
     * An element around pieces.
     *
     * @param tag with its attributes, which this program wrote itself
     */
    static Html in(String tag, Html... inner) {
        String name = tag.split(" ", 2)[0];
        return new Html("<" + tag + ">" + all(List.of(inner)).text() + "</" + name + ">");
    }

    /** An element around text. */
    static Html in(String tag, String plain) {
        return in(tag, of(plain));
    }

    /** Pieces one after the other. */
    static Html all(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::text).collect(Collectors.joining("\n")));
    }

    /** A value for an attribute, in its quotes. */
    static String quoted(String plain) {
        return "\"" + of(plain).text() + "\"";
    }

    /** A table with a head; on narrow screens each cell says what it is. */
    static Html table(List<String> head, List<List<Html>> rows) {
        Html names = in("tr", all(head.stream().map(name -> in("th", name)).toList()));
        List<Html> lines =
                rows.stream()
                        .map(row -> {
                            StringBuilder cells = new StringBuilder();
                            for (int i = 0; i < row.size(); i++) {
                                cells.append(
                                        in("td data-of=" + quoted(head.get(i)), row.get(i)).text());
                            }
                            return in("tr", new Html(cells.toString()));
                        })
                        .toList();
        return in("table", in("thead", names), in("tbody", all(lines)));
    }
}
