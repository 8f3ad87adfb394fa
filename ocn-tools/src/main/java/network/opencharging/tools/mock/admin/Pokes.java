package network.opencharging.tools.mock.admin;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.tools.mock.fault.Fault;
import network.opencharging.tools.mock.fault.Faults;
import network.opencharging.tools.mock.script.Deed;
import network.opencharging.tools.mock.script.Player;
import network.opencharging.tools.mock.script.Stage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done to a mock, and the forms for it.
 *
 * @param player the mock
 * @param ticket what a form must bring back
 */
record Pokes(Player player, String ticket) {

    Html faults() {
        List<String> on = player.mock().faults().names();
        List<List<Html>> rows =
                Faults.all().stream()
                        .map(fault ->
                                List.of(
                                        Html.in("code", fault.name()),
                                        Html.of(fault.says()),
                                        toggle(fault, on.contains(fault.name()))))
                        .toList();
        return Html.table(List.of("Fault", "What is wrong", "Switch"), rows);
    }

    private Html toggle(Fault fault, boolean on) {
        String to = on ? "off" : "on";
        return Html.in(
                "form class=\"row\" method=\"post\" action=\"/faults\"",
                hidden("ticket", ticket),
                hidden("name", fault.name()),
                hidden("to", to),
                Html.in(
                        on ? "button class=\"main\"" : "button",
                        on ? "On, switch off" : "Switch on"));
    }

    private static Html hidden(String name, String value) {
        return new Html(
                "<input type=\"hidden\" name=%s value=%s>"
                        .formatted(Html.quoted(name), Html.quoted(value)));
    }

    Html forms() {
        return switch (player.role()) {
            case HUB ->
                    Html.in(
                            "p class=\"soft\"",
                            "A hub says nothing of its own: let a party do something, and look at"
                                    + " Requests.");
            case CPO ->
                    Html.all(
                            List.of(
                                    Html.in("h2", "Send a request"),
                                    sending(),
                                    Html.in("h2", "At the stations"),
                                    stations()));
            default -> Html.all(List.of(Html.in("h2", "Send a request"), sending()));
        };
    }

    private Html stations() {
        return Html.all(
                List.of(
                        form(
                                "status",
                                input("location", "LOC1"),
                                input("evse", "LOC1-E1"),
                                select(
                                        "status",
                                        "AVAILABLE",
                                        "CHARGING",
                                        "OUTOFORDER",
                                        "INOPERATIVE",
                                        "BLOCKED",
                                        "REMOVED")),
                        form(
                                "start",
                                input("location", "LOC1"),
                                input("evse", "LOC1-E1"),
                                input("token", "uid of a token that was pushed")),
                        form("charge", input("session", "SESSION1"), input("kwh", "2.5")),
                        form("stop", input("session", "SESSION1"))));
    }

    private Html sending() {
        return form(
                "send",
                select("method", "GET", "PUT", "PATCH", "POST", "DELETE"),
                select(
                        "module",
                        "locations",
                        "tariffs",
                        "sessions",
                        "cdrs",
                        "tokens",
                        "commands",
                        "chargingprofiles"),
                select("side", "", "SENDER", "RECEIVER"),
                input("path", "after the module, such as /DE/ALC/LOC1"),
                input("to", "party, such as NL/BOB; empty: the only one"),
                new Html(
                        "<label class=\"wide\">body (JSON)<textarea name=\"body\"></textarea>"
                                + "</label>"));
    }

    private Html form(String deed, Html... fields) {
        return Html.in(
                "form class=\"sheet\" method=\"post\" action=\"/do\"",
                hidden("ticket", ticket),
                hidden("deed", deed),
                Html.all(List.of(fields)),
                Html.in(
                        "p class=\"wide\" style=\"margin:0\"",
                        Html.in("button class=\"main\"", word(deed))));
    }

    private static String word(String deed) {
        return switch (deed) {
            case "send" -> "Send";
            case "status" -> "Set and tell the status";
            case "start" -> "Begin to charge";
            case "charge" -> "Let energy flow";
            default -> "End the session";
        };
    }

    private static Html select(String name, String... values) {
        Html options =
                Html.all(
                        List.of(values).stream()
                                .map(value -> Html.in("option", value.isEmpty() ? "usual" : value))
                                .toList());
        return Html.in(
                "label", Html.of(name), Html.in("select name=" + Html.quoted(name), options));
    }

    private static Html input(String name, String hint) {
        return Html.in(
                "label",
                Html.of(name),
                new Html(
                        "<input name=%s placeholder=%s autocomplete=\"off\">"
                                .formatted(Html.quoted(name), Html.quoted(hint))));
    }

    /** Switches a fault; says what is on then. */
    Stage.Result toggle(Map<String, String> form) {
        String name = form.getOrDefault("name", "");
        if (Faults.find(name).isEmpty()) {
            return new Stage.Result.Failed("no fault is called " + name);
        }
        boolean on = form.getOrDefault("to", "").equals("on");
        Deed.Wanted wanted =
                new Deed.Wanted(
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Integer.MAX_VALUE,
                        Optional.empty());
        return player.stage()
                .perform(
                        on
                                ? new Deed.Faults(List.of(wanted), List.of())
                                : new Deed.Faults(List.of(), List.of(name)));
    }

    /** Does what a form asks for. */
    Stage.Result perform(Map<String, String> form) {
        return deed(form)
                .map(player.stage()::perform)
                .orElseGet(() ->
                        new Stage.Result.Failed(
                                "a field is missing or has the wrong form (body must be JSON, kwh a"
                                        + " number)"));
    }

    private static Optional<Deed> deed(Map<String, String> form) {
        Optional<String> evse = text(form, "evse");
        return switch (form.getOrDefault("deed", "")) {
            case "send" -> send(form);
            case "status" ->
                    text(form, "location")
                            .filter(_ -> evse.isPresent())
                            .map(location ->
                                    new Deed.Status(
                                            location,
                                            evse.get(),
                                            form.getOrDefault("status", "UNKNOWN"),
                                            Optional.empty()));
            case "start" ->
                    text(form, "location")
                            .flatMap(location ->
                                    text(form, "token")
                                            .map(token -> new Deed.Start(location, evse, token)));
            case "charge" ->
                    text(form, "session")
                            .flatMap(session ->
                                    text(form, "kwh")
                                            .filter(kwh ->
                                                    kwh.matches("[0-9]{1,6}(\\.[0-9]{1,4})?"))
                                            .map(kwh ->
                                                    new Deed.Charge(session, new BigDecimal(kwh))));
            case "stop" -> text(form, "session").map(Deed.Stop::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Deed> send(Map<String, String> form) {
        Optional<String> written = text(form, "body");
        Optional<Json> body = written.flatMap(text -> JsonReader.standard().read(text).optional());
        if (written.isPresent() && body.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> side = text(form, "side").filter(one -> !one.equals("usual"));
        return Optional.of(
                new Deed.Send(
                        form.getOrDefault("method", "GET"),
                        form.getOrDefault("module", ""),
                        side,
                        form.getOrDefault("path", ""),
                        text(form, "to"),
                        body));
    }

    private static Optional<String> text(Map<String, String> form, String name) {
        return Optional.ofNullable(form.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
