package network.opencharging.node.step.rewrite;

import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.node.links.LinkSeal;
import network.opencharging.node.message.AnswerHeaders;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Query;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Routing;
import network.opencharging.node.message.Target;
import network.opencharging.node.message.Verified;
import network.opencharging.node.network.HubParty;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.Route;
import network.opencharging.protocol.route.RouteKey;
import network.opencharging.protocol.route.RouteTable;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Answers of the hub itself: that it spreads a message, and the pages of a list that it gathers
 * from many parties (GET All). A page is filled in the order of the parties and holds no more than
 * was asked for; where the next one begins is sealed into its link, so nothing is remembered.
 */
public final class GatheredPages {
    private static final int MOST = 1000;
    private static final int USUAL = 100;

    private final HubParty hub;
    private final NodeAddress node;
    private final LinkSeal seal;
    private final NodeStamp stamp;
    private final RouteTable routes;
    private final Clock clock;

    /** Pages of this hub. */
    public GatheredPages(
            HubParty hub,
            NodeAddress node,
            LinkSeal seal,
            NodeStamp stamp,
            RouteTable routes,
            Clock clock) {
        this.hub = hub;
        this.node = node;
        this.seal = seal;
        this.stamp = stamp;
        this.routes = routes;
        this.clock = clock;
    }

    /** What this node answers itself. */
    public Reply own(Message request, AnswerHeaders headers, Optional<Body> data) {
        Envelope envelope =
                new Envelope(OcpiStatus.SUCCESS, Optional.empty(), data, clock.instant());
        return new Reply(200, headers, stamp.answer(request, headers, envelope.toBody()));
    }

    /** That the message is taken and will be spread (OCPI 2.2.1 §4.1.7.3: at once). */
    public Reply accepted(Message request) {
        return new Reply(
                200,
                AnswerHeaders.NONE,
                stamp.answer(
                        request, AnswerHeaders.NONE, Envelope.success(clock.instant()).toBody()));
    }

    /**
     * Begins the page that is asked for.
     *
     * @param parties who is to be asked, in their order
     * @throws Refused when the link is none of this hub's, or a parameter cannot be
     */
    public GatheredPage begin(Verified request, List<PartyId> parties) {
        Message message = request.message();
        int limit = limit(message);
        if (message.target().route().given() != Route.Given.PAGE) {
            return GatheredPage.from(offset(message), limit, parties);
        }
        String path = message.target().key().path();
        String[] sealed =
                seal.open(scope(request), path.substring(path.lastIndexOf('/') + 1))
                        .orElseThrow(() -> new Refused(new Refusal.LinkUnknown()))
                        .split(" ", 2);
        PartyId from = PartyId.parse(sealed[0]).orElseThrow();
        List<PartyId> left = parties.stream().filter(id -> id.compareTo(from) >= 0).toList();
        boolean stillThere = !left.isEmpty() && left.getFirst().equals(from);
        return GatheredPage.following(
                limit,
                left,
                Optional.of(sealed[1]).filter(token -> stillThere && !token.isEmpty()));
    }

    /**
     * What a party is asked: its list, or the page at which it stopped. Where the caller signed,
     * the node signs for the caller what it asks in its stead.
     */
    public Verified asking(Verified request, GatheredQuestion question) {
        Target asked = request.message().target();
        RouteKey key =
                new RouteKey(
                        asked.module(),
                        asked.role(),
                        asked.method(),
                        question.token().map(token -> "page/" + token).orElse(""));
        Target target =
                new Target(key, query(request, question), routes.find(key), asked.version());
        Message message = request.message();
        Message own =
                message.unsigned()
                        .with(target)
                        .with(new Routing(message.routing().headers()).to(question.party()));
        return request.asking(stamp.inPlaceOf(message, own));
    }

    /** Of its list the caller's filters; of its next page what it wrote itself. */
    private Query query(Verified request, GatheredQuestion question) {
        Target asked = request.message().target();
        if (question.token().isPresent()) {
            LinkScope theirs =
                    new LinkScope(
                            LinkKind.PAGE,
                            asked.module(),
                            request.sender().party(),
                            question.party());
            String url =
                    seal.open(theirs, question.token().get())
                            .orElseThrow(() -> new Refused(new Refusal.LinkUnknown()));
            return new Query(NodeAddress.inSight(url).replaceFirst("^\\?", ""));
        }
        Query query = asked.query().setting("limit", Integer.toString(question.limit()));
        return query.value("offset").isPresent()
                ? query.with("offset", Integer.toString(question.offset()))
                : query;
    }

    /** The page as the caller gets it. */
    public Reply reply(Verified request, GatheredPage page) {
        Message message = request.message();
        AnswerHeaders headers =
                new AnswerHeaders(
                        page.next().map(next -> PageLink.header(link(request, next))),
                        Optional.empty(),
                        page.total().map(String::valueOf),
                        Optional.of(Integer.toString(page.limit())));
        Envelope envelope =
                new Envelope(
                        OcpiStatus.SUCCESS,
                        page.trouble(),
                        Optional.of(page.items()),
                        clock.instant());
        return new Reply(200, headers, stamp.answer(message, headers, envelope.toBody()));
    }

    /** The query stays as it was asked, so that filters and signatures hold for every page. */
    private String link(Verified request, String next) {
        Target target = request.message().target();
        String query = target.query().text();
        return node.page(target, seal.seal(scope(request), next))
                + (query.isEmpty() ? "" : "?" + query);
    }

    private LinkScope scope(Verified request) {
        return new LinkScope(
                LinkKind.PAGE,
                request.message().target().module(),
                request.sender().party(),
                hub.id());
    }

    private static int limit(Message message) {
        return Math.min(MOST, number(message, "limit", "[1-9][0-9]{0,8}", USUAL, "1"));
    }

    private static int offset(Message message) {
        return number(message, "offset", "[0-9]{1,9}", 0, "0");
    }

    private static int number(
            Message message, String name, String form, int otherwise, String least) {
        String text = message.target().query().value(name).orElse(Integer.toString(otherwise));
        if (!text.matches(form)) {
            throw new Refused(
                    new Refusal.HubCannot(
                            "Query parameter %s must be a whole number from %s."
                                    .formatted(name, least)));
        }
        return Integer.parseInt(text);
    }
}
