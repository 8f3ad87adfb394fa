package network.opencharging.cli.up.story;

import network.opencharging.bridge.call.Done;
import network.opencharging.bridge.call.Pulled;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.CommandResponse;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Exchange.Direction;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.stock.Tokens;
import network.opencharging.tools.ocpi.Endpoints;
import network.opencharging.tools.party.Asked;
import network.opencharging.tools.party.BridgedCpo;
import network.opencharging.tools.party.BridgedEmsp;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One session of a driver of the eMSP at a station of the CPO, from the search to the CDR. */
public final class SessionStory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HALF_OF_IT = Duration.ofMinutes(33);

    private final BridgedCpo cpo;
    private final BridgedEmsp emsp;
    private final StoryClock clock;
    private final Teller teller;
    private final Way toCpo;
    private final Set<Exchange> told = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * A story.
     *
     * @param clock the time at the CPO's stations
     * @param toCpo the way of messages from the eMSP to the CPO
     */
    public SessionStory(
            BridgedCpo cpo, BridgedEmsp emsp, StoryClock clock, Teller teller, Way toCpo) {
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
        pull(ModuleId.LOCATIONS, Location.SHAPE);
        pull(ModuleId.TARIFFS, Tariff.SHAPE);
        authorize();
        String session = start();
        charge(session, new BigDecimal("7.0"));
        charge(session, new BigDecimal("5.2"));
        stop(session);
        return cdr();
    }

    private <T extends OcpiObject> void pull(ModuleId module, Shape<T> shape)
            throws StoryFailed, InterruptedException {
        String name = "GET " + module;
        Asked<Pulled> asked = emsp.pull(cpoParty(), module, shape);
        asked(name, asked, asked.value().map(Pulled::handedOn).orElse(0) + " " + module);
    }

    private void authorize() throws StoryFailed, InterruptedException {
        String name = "authorize token";
        Asked<AuthorizationInfo> asked = cpo.authorize(emspParty(), Tokens.CARD, "LOC1");
        String allowed =
                asked.value().map(answer -> answer.allowed().value()).orElseGet(asked::words);
        teller.tell(
                name,
                toCpo.back(),
                sent(name, asked),
                emsp.party().log(),
                Tokens.CARD + " " + allowed);
        teller.require(allowed.equals("ALLOWED"), name, "the answer says '" + allowed + "'");
    }

    private String start() throws StoryFailed, InterruptedException {
        command(
                "START_SESSION",
                emsp.startSession(cpoParty(), "start-1", Tokens.CARD, "LOC1", "LOC1-E1"));
        result("start-1");
        Exchange put = pushed("PUT session", sent("PUT", "/sessions/"), "session has begun");
        return JsonText.parse(put.request().body())
                .flatMap(body -> JsonText.text(body, "id"))
                .orElseThrow();
    }

    private void charge(String session, BigDecimal kwh) throws StoryFailed, InterruptedException {
        clock.pass(HALF_OF_IT);
        String name = "PUT session";
        boolean running = cpo.charge(emspParty(), session, kwh);
        teller.require(running, name, "session " + session + " does not run");
        pushed(name, sent("PUT", "/sessions/"), kwh + " kWh more");
    }

    private void stop(String session) throws StoryFailed, InterruptedException {
        command("STOP_SESSION", emsp.stopSession(cpoParty(), "stop-1", session));
        result("stop-1");
        pushed(
                "PUT session",
                sent("PUT", "/sessions/").and(exchange -> has(exchange, "COMPLETED")),
                "session is completed");
    }

    private String cdr() throws StoryFailed, InterruptedException {
        Exchange post = pushed("POST cdr", sent("POST", "/cdrs"), "CDR is written");
        Optional<URI> location =
                post.answer().headers().get("Location").flatMap(Endpoints::address);
        teller.require(location.isPresent(), "GET cdr", "the answer to the CDR had no Location");
        Asked<Done> asked = cpo.get(emspParty(), location.get());
        Exchange sent = sent("GET cdr", asked);
        JsonNode cost =
                JsonText.parse(sent.answer().body())
                        .map(envelope -> envelope.path("data").path("total_cost"))
                        .orElseGet(JsonText::object);
        String words =
                "%s EUR without VAT, %s EUR with it"
                        .formatted(
                                cost.path("excl_vat").asString("nothing"),
                                cost.path("incl_vat").asString("nothing"));
        teller.tell("GET cdr", toCpo.back(), sent, emsp.party().log(), words);
        return words;
    }

    private void command(String name, Asked<CommandResponse> asked)
            throws StoryFailed, InterruptedException {
        String result =
                asked.value().map(answer -> answer.result().value()).orElseGet(asked::words);
        asked(name, asked, result);
        teller.require(result.equals("ACCEPTED"), name, "the CPO says '" + result + "'");
    }

    /** The result that the CPO posts to the address that the command named. */
    private void result(String requestId) throws StoryFailed, InterruptedException {
        Optional<Exchange> heard =
                emsp.party()
                        .log()
                        .await(
                                exchange ->
                                        exchange.direction() == Direction.RECEIVED
                                                && exchange.request().line().endsWith(requestId),
                                PATIENCE);
        String name = "result of command";
        teller.require(heard.isPresent(), name, "no result came to the eMSP");
        String id = heard.get().correlationId();
        pushed(
                name,
                exchange ->
                        exchange.correlationId().equals(id)
                                && exchange.request().line().startsWith("POST "),
                "ACCEPTED");
        String result =
                emsp.result(requestId).map(ended -> ended.result().value()).orElse("nothing");
        teller.require(result.equals("ACCEPTED"), name, "the CPO says '" + result + "'");
    }

    /** Something that the CPO sends by itself; each is told once, in the order of sending. */
    private Exchange pushed(String name, Predicate<Exchange> wanted, String news)
            throws StoryFailed, InterruptedException {
        Optional<Exchange> sent =
                cpo.party()
                        .log()
                        .await(
                                exchange ->
                                        exchange.direction() == Direction.SENT
                                                && !told.contains(exchange)
                                                && wanted.test(exchange),
                                PATIENCE);
        teller.require(sent.isPresent(), name, "the CPO did not send it");
        told.add(sent.get());
        teller.tell(name, toCpo.back(), sent.get(), emsp.party().log(), news);
        return sent.get();
    }

    private void asked(String name, Asked<?> asked, String news)
            throws StoryFailed, InterruptedException {
        teller.tell(name, toCpo, sent(name, asked), cpo.party().log(), news);
    }

    /** What went over the wire for a question. */
    private Exchange sent(String name, Asked<?> asked) throws StoryFailed {
        teller.require(asked.exchange().isPresent(), name, asked.words());
        return asked.exchange().orElseThrow();
    }

    private static Predicate<Exchange> sent(String method, String path) {
        return exchange ->
                exchange.request().line().startsWith(method + " ")
                        && exchange.request().line().contains(path);
    }

    private static boolean has(Exchange exchange, String text) {
        return exchange.request().body().contains(text);
    }

    private PartyId cpoParty() {
        return toCpo.to();
    }

    private PartyId emspParty() {
        return toCpo.from();
    }
}
