package network.opencharging.cli.up.story;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Exchange.Direction;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.MockCpo;
import network.opencharging.tools.mock.MockEmsp;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** One session of a driver of the eMSP at a station of the CPO, from the search to the CDR. */
public final class SessionStory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HALF_OF_IT = Duration.ofMinutes(33);

    private final MockCpo cpo;
    private final MockEmsp emsp;
    private final StoryClock clock;
    private final Teller teller;
    private final Way toCpo;

    /**
     * A story.
     *
     * @param clock the time at the CPO's stations
     * @param toCpo the way of messages from the eMSP to the CPO
     */
    public SessionStory(MockCpo cpo, MockEmsp emsp, StoryClock clock, Teller teller, Way toCpo) {
        this.cpo = cpo;
        this.emsp = emsp;
        this.clock = clock;
        this.teller = teller;
        this.toCpo = toCpo;
    }

    /**
     * Lets it happen.
     *
     * @return what the session cost, in words
     * @throws StoryFailed naming the step that did not come out as it must
     */
    public String tell() throws StoryFailed, InterruptedException {
        pull(ModuleId.LOCATIONS);
        pull(ModuleId.TARIFFS);
        authorize();
        String session = start();
        charge(session, new BigDecimal("7.0"));
        charge(session, new BigDecimal("5.2"));
        stop(session);
        return cdr();
    }

    private void pull(ModuleId module) throws StoryFailed, InterruptedException {
        String name = "GET " + module;
        Reply reply = teller.asking(name, () -> emsp.pull(cpoParty(), module, ""));
        int found = reply.data().map(JsonNode::size).orElse(0);
        told(name, reply, found + " " + module);
    }

    private void authorize() throws StoryFailed, InterruptedException {
        String name = "authorize token";
        Reply reply = teller.asking(name, () -> cpo.authorize(emspParty(), Tokens.CARD, "LOC1"));
        String allowed = text(reply, "allowed");
        teller.tell(
                name,
                toCpo.back(),
                reply.exchange(),
                emsp.platform().log(),
                Tokens.CARD + " " + allowed);
        teller.require(allowed.equals("ALLOWED"), name, "the answer says '" + allowed + "'");
    }

    private String start() throws StoryFailed, InterruptedException {
        command(
                "START_SESSION",
                () -> emsp.startSession(cpoParty(), "start-1", Tokens.CARD, "LOC1", "LOC1-E1"));
        result("start-1");
        Exchange put = pushed("PUT session", sent("PUT", "/sessions/"), "session has begun");
        return JsonText.parse(put.request().body())
                .flatMap(body -> JsonText.text(body, "id"))
                .orElseThrow();
    }

    private void charge(String session, BigDecimal kwh) throws StoryFailed, InterruptedException {
        clock.pass(HALF_OF_IT);
        String name = "PATCH session";
        Optional<Reply> reply = teller.asking(name, () -> cpo.charge(emspParty(), session, kwh));
        teller.require(reply.isPresent(), name, "session " + session + " does not run");
        teller.tell(
                name,
                toCpo.back(),
                reply.get().exchange(),
                emsp.platform().log(),
                kwh + " kWh more");
    }

    private void stop(String session) throws StoryFailed, InterruptedException {
        command("STOP_SESSION", () -> emsp.stopSession(cpoParty(), "stop-1", session));
        result("stop-1");
        pushed(
                "PATCH session",
                sent("PATCH", "/sessions/").and(exchange -> has(exchange, "COMPLETED")),
                "session is completed");
    }

    private String cdr() throws StoryFailed, InterruptedException {
        Exchange post = pushed("POST cdr", sent("POST", "/cdrs"), "CDR is written");
        Optional<URI> location =
                post.answer().headers().get("Location").flatMap(Endpoints::address);
        teller.require(location.isPresent(), "GET cdr", "the answer to the CDR had no Location");
        Call get = Call.get(location.get(), emspParty());
        Reply reply = teller.asking("GET cdr", () -> cpo.platform().caller().send(get));
        JsonNode cost = reply.data().map(cdr -> cdr.path("total_cost")).orElseGet(JsonText::object);
        String words =
                "%s EUR without VAT, %s EUR with it"
                        .formatted(
                                cost.path("excl_vat").asString("nothing"),
                                cost.path("incl_vat").asString("nothing"));
        teller.tell("GET cdr", toCpo.back(), reply.exchange(), emsp.platform().log(), words);
        return words;
    }

    private void command(String name, Teller.Question<Reply> question)
            throws StoryFailed, InterruptedException {
        Reply reply = teller.asking(name, question);
        String result = text(reply, "result");
        told(name, reply, result);
        teller.require(result.equals("ACCEPTED"), name, "the CPO says '" + result + "'");
    }

    /** The result that the CPO posts to the address that the command named. */
    private void result(String requestId) throws StoryFailed, InterruptedException {
        Optional<Exchange> heard =
                emsp.platform()
                        .log()
                        .await(
                                exchange ->
                                        exchange.direction() == Direction.RECEIVED
                                                && exchange.request().line().endsWith(requestId),
                                PATIENCE);
        String name = "result of command";
        teller.require(heard.isPresent(), name, "no result came to the eMSP");
        String id = heard.get().correlationId();
        pushed(name, exchange -> exchange.correlationId().equals(id), "ACCEPTED");
        String result =
                emsp.received()
                        .callbacks()
                        .result(requestId)
                        .flatMap(body -> JsonText.text(body, "result"))
                        .orElse("nothing");
        teller.require(result.equals("ACCEPTED"), name, "the CPO says '" + result + "'");
    }

    /** Something that the CPO sends by itself. */
    private Exchange pushed(String name, Predicate<Exchange> wanted, String news)
            throws StoryFailed, InterruptedException {
        Platform sender = cpo.platform();
        Optional<Exchange> sent =
                sender.log()
                        .await(
                                exchange ->
                                        exchange.direction() == Direction.SENT
                                                && wanted.test(exchange),
                                PATIENCE);
        teller.require(sent.isPresent(), name, "the CPO did not send it");
        teller.tell(name, toCpo.back(), sent.get(), emsp.platform().log(), news);
        return sent.get();
    }

    private void told(String name, Reply reply, String news)
            throws StoryFailed, InterruptedException {
        teller.tell(name, toCpo, reply.exchange(), cpo.platform().log(), news);
    }

    private static Predicate<Exchange> sent(String method, String path) {
        return exchange ->
                exchange.request().line().startsWith(method + " ")
                        && exchange.request().line().contains(path);
    }

    private static boolean has(Exchange exchange, String text) {
        return exchange.request().body().contains(text);
    }

    private static String text(Reply reply, String field) {
        return reply.data().flatMap(data -> JsonText.text(data, field)).orElse(reply.summary());
    }

    private PartyId cpoParty() {
        return toCpo.to();
    }

    private PartyId emspParty() {
        return toCpo.from();
    }
}
