package network.opencharging.cli.up.story;

import network.opencharging.bridge.model.v221.CommandResponse;
import network.opencharging.cli.up.site.Outlet;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.party.Asked;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.math.BigDecimal;

/** One charge at an outlet of the CPO, which the eMSP begins and ends. */
final class Charge {
    private final Stage stage;
    private final Outlet outlet;
    private final String token;
    private String session = "";
    private String currency = "";

    /**
     * A charge.
     *
     * @param token the uid of who pays
     */
    Charge(Stage stage, Outlet outlet, String token) {
        this.stage = stage;
        this.outlet = outlet;
        this.token = token;
    }

    /** Until energy flows. */
    void begin() throws StoryFailed, InterruptedException {
        String id = "start-" + outlet.device();
        command(
                "START_SESSION",
                stage.emsp()
                        .startSession(stage.cpo(), id, token, outlet.location(), outlet.evse()));
        result(id);
        Exchange put =
                stage.heard(
                        "PUT session",
                        exchange ->
                                isSession(exchange, "PUT ")
                                        && text(exchange, "evse_uid").equals(outlet.evse()),
                        _ -> outlet.device() + " charges");
        session = text(put, "id");
        currency = text(put, "currency");
    }

    /** Until there is enough of it. */
    void flow() throws StoryFailed, InterruptedException {
        stage.heard(
                "session update",
                exchange -> isOwn(exchange) && kwh(exchange).compareTo(outlet.enough()) >= 0,
                body -> soFar(body) + " so far");
    }

    /** Until it has ended. */
    void end() throws StoryFailed, InterruptedException {
        String id = "stop-" + outlet.device();
        command("STOP_SESSION", stage.emsp().stopSession(stage.cpo(), id, session));
        result(id);
        stage.heard(
                "session update",
                exchange -> isOwn(exchange) && text(exchange, "status").equals("COMPLETED"),
                _ -> outlet.device() + " has ended");
    }

    /** Until the CDR is there, and says what the CPO's own books say. */
    Receipt receipt() throws StoryFailed, InterruptedException {
        String name = "POST cdr";
        Exchange post =
                stage.heard(
                        name,
                        exchange ->
                                exchange.request().line().startsWith("POST ")
                                        && text(exchange, "session_id").equals(session),
                        body -> outlet.device() + ": " + Bill.ofCdr(body).gross());
        Receipt receipt = new Receipt(outlet, Stage.body(post));
        Bill own = own(name, receipt.id());
        stage.teller()
                .demands(
                        receipt.bill().equals(own),
                        name,
                        "%s has %s and %s, the books of %s say %s and %s"
                                .formatted(
                                        stage.toCpo().from(),
                                        receipt.bill().energy(),
                                        receipt.bill().gross(),
                                        stage.cpo(),
                                        own.energy(),
                                        own.gross()));
        return receipt;
    }

    private Bill own(String step, String cdr) throws StoryFailed {
        try {
            return stage.books().bill(cdr);
        } catch (IOException e) {
            throw stage.teller().wrong(step, String.valueOf(e.getMessage()));
        }
    }

    private void command(String name, Asked<CommandResponse> asked) throws StoryFailed {
        String answer =
                asked.value().map(response -> response.result().value()).orElseGet(asked::words);
        stage.asked(name, asked, outlet.device() + ": " + answer);
        stage.teller()
                .demands(answer.equals("ACCEPTED"), name, stage.cpo() + " says '" + answer + "'");
    }

    /** The result that the CPO posts to the address that the command named. */
    private void result(String id) throws StoryFailed, InterruptedException {
        String name = "result of command";
        Exchange heard =
                stage.heard(
                        name,
                        exchange -> exchange.request().line().endsWith("/" + id),
                        body -> outlet.device() + ": " + body.path("result").asString(""));
        String result = text(heard, "result");
        stage.teller()
                .demands(
                        result.equals("ACCEPTED"),
                        name,
                        outlet.device() + " says '" + result + "'");
    }

    private static boolean isSession(Exchange exchange, String method) {
        String line = exchange.request().line();
        return line.startsWith(method) && line.contains("/sessions/");
    }

    /** The CPO tells of it; whether as a whole or what has changed is its own affair. */
    private boolean isOwn(Exchange exchange) {
        boolean told = isSession(exchange, "PATCH ") || isSession(exchange, "PUT ");
        return told && exchange.request().line().contains("/" + session);
    }

    private static String text(Exchange exchange, String field) {
        return Stage.body(exchange).path(field).asString("");
    }

    private static BigDecimal kwh(Exchange exchange) {
        return Stage.body(exchange).path("kwh").asDecimal(BigDecimal.ZERO);
    }

    private String soFar(JsonNode body) {
        JsonNode cost = body.path("total_cost").path("excl_vat");
        return "%s: %s kWh%s"
                .formatted(
                        outlet.device(),
                        body.path("kwh").asString(""),
                        cost.isNumber() ? ", " + cost.asString() + " " + currency : "");
    }
}
