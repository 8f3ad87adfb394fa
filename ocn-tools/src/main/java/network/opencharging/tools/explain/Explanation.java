package network.opencharging.tools.explain;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.pack.Packing;
import network.opencharging.protocol.signing.Anatomy;
import network.opencharging.protocol.signing.NumberText;
import network.opencharging.tools.terminal.Printable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A signature told in words.
 *
 * @param packing how it was packed
 * @param anatomy what it is made of
 * @param finding whether it is good
 */
record Explanation(Packing packing, Anatomy anatomy, Finding finding) {

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("packed: " + packing);
        parts(lines, "signed, in this order:", part -> part.listed() && part.value().isPresent());
        parts(lines, "not signed, although it is there:", part -> !part.listed());
        parts(lines, "signed, but not there:", part -> part.value().isEmpty());
        for (int i = 0; i < anatomy.states().size(); i++) {
            state(lines, anatomy.states().get(i), i);
        }
        lines.add("");
        lines.add(finding.text());
        return String.join(System.lineSeparator(), lines);
    }

    private void parts(List<String> lines, String heading, Predicate<Anatomy.Part> wanted) {
        List<Anatomy.Part> found = anatomy.parts().stream().filter(wanted).toList();
        if (found.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heading);
        for (Anatomy.Part part : found) {
            String value = part.value().map(json -> "  " + json.text()).orElse("");
            lines.add(Printable.of("  " + part.path() + value));
        }
    }

    private static void state(List<String> lines, Anatomy.State state, int number) {
        lines.add("");
        lines.add(number == 0 ? "the message as it stands:" : "before rewrite " + number + ":");
        state.originals()
                .members()
                .forEach((path, original) ->
                        lines.add(Printable.of("  %s was %s".formatted(path, original.text()))));
        state.joined()
                .forEach((numbers, joined) ->
                        lines.add(
                                Printable.of(
                                        "  joined%s: %s".formatted(as(state, numbers), joined))));
        lines.add(Printable.of("  signed hash: " + state.hash()));
        lines.add("  " + hashes(state));
        lines.add("  signatory: " + state.claimed());
        lines.add("  " + signer(state));
    }

    /** Where there is no number there is nothing to say of how numbers are written. */
    private static String as(Anatomy.State state, NumberText numbers) {
        return state.joined().size() == 1 ? "" : " (numbers as %s)".formatted(numbers);
    }

    private static String hashes(Anatomy.State state) {
        return state.fitting()
                .map(numbers -> "the values give it" + as(state, numbers))
                .orElseGet(() ->
                        "the values give another one: "
                                + String.join(
                                        ", ",
                                        state.joined().keySet().stream()
                                                .map(numbers ->
                                                        state.hashOf(numbers) + as(state, numbers))
                                                .toList()));
    }

    private static String signer(Anatomy.State state) {
        return state.recovered()
                .map(signer ->
                        signer.equals(state.claimed())
                                ? "the signature is of this account"
                                : "the signature is of another account: " + signer)
                .orElse("the signature is of no account: it is damaged");
    }

    Json json() {
        return Json.Obj.EMPTY
                .with("packing", packing.name())
                .with("parts", Json.array(anatomy.parts().stream().map(Explanation::json).toList()))
                .with(
                        "states",
                        Json.array(anatomy.states().stream().map(Explanation::json).toList()))
                .with("finding", finding.json());
    }

    private static Json json(Anatomy.Part part) {
        return Json.Obj.EMPTY
                .with("path", part.path())
                .with("listed", Json.bool(part.listed()))
                .withOptional("value", part.value());
    }

    private static Json json(Anatomy.State state) {
        Stream<Json> joined =
                state.joined().entrySet().stream()
                        .map(entry ->
                                Json.Obj.EMPTY
                                        .with("numbers", entry.getKey().name())
                                        .with("joined", entry.getValue())
                                        .with("hash", state.hashOf(entry.getKey())));
        return Json.Obj.EMPTY
                .with("originals", state.originals())
                .with("signed_hash", state.hash())
                .with("renderings", Json.array(joined.toList()))
                .withOptional("fitting", state.fitting().map(numbers -> Json.text(numbers.name())))
                .with("signatory", state.claimed().text())
                .withOptional("signer", state.recovered().map(signer -> Json.text(signer.text())));
    }
}
