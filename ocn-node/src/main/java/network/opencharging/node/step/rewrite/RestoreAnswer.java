package network.opencharging.node.step.rewrite;

import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.node.links.LinkSeal;
import network.opencharging.node.message.AnswerHeaders;
import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.CheckedAnswer;
import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Target;
import network.opencharging.node.message.Vouching;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.signing.RewrittenPaths;

import java.util.Optional;

/**
 * Replaces the URLs in an answer that a party of this node cannot call: the next page, and the
 * place of a posted CDR. For another node they stay as they are: it seals them itself.
 */
public final class RestoreAnswer {
    private final NodeAddress node;
    private final LinkSeal seal;
    private final NodeStamp stamp;

    /** Seals and signs with these. */
    public RestoreAnswer(NodeAddress node, LinkSeal seal, NodeStamp stamp) {
        this.node = node;
        this.seal = seal;
        this.stamp = stamp;
    }

    /** What the caller gets. */
    public Reply restore(CheckedAnswer checked) {
        AnswerHeaders before = checked.answer().headers();
        Body body = checked.answer().body();
        if (checked.permitted().arrival() instanceof Arrival.FromNode) {
            return new Reply(checked.answer().status(), before, body);
        }
        Optional<Vouching> found = Optional.of(checked.vouching());
        if (!checked.success()) {
            return new Reply(checked.answer().status(), before, body, found);
        }
        AnswerHeaders headers = location(checked.permitted(), link(checked.permitted(), before));
        boolean renew = checked.vouching() == Vouching.SIGNED && !headers.equals(before);
        return new Reply(
                checked.answer().status(),
                headers,
                renew ? stamp.renew(body, headers, originals(before, headers)) : body,
                found);
    }

    private AnswerHeaders link(Permitted request, AnswerHeaders headers) {
        Target target = request.message().target();
        return headers.link()
                .flatMap(PageLink::next)
                .map(url -> page(request, target, url))
                .map(PageLink::header)
                .map(headers::withLink)
                .orElse(headers);
    }

    private String page(Permitted request, Target target, String url) {
        String token = seal.seal(scope(LinkKind.PAGE, request), url);
        return node.page(target, token) + NodeAddress.inSight(url);
    }

    private AnswerHeaders location(Permitted request, AnswerHeaders headers) {
        if (!request.message().target().module().equals(ModuleId.CDRS)) {
            return headers;
        }
        return headers.location()
                .map(url ->
                        node.cdr(
                                request.message().target().spoken(),
                                seal.seal(scope(LinkKind.LOCATION, request), url)))
                .map(headers::withLocation)
                .orElse(headers);
    }

    private static LinkScope scope(LinkKind kind, Permitted request) {
        return new LinkScope(
                kind,
                request.message().target().module(),
                request.sender().party(),
                request.recipient());
    }

    private static Json.Obj originals(AnswerHeaders before, AnswerHeaders after) {
        Json.Obj originals = Json.Obj.EMPTY;
        if (!before.link().equals(after.link())) {
            originals = originals.with(RewrittenPaths.LINK, before.link().orElseThrow());
        }
        if (!before.location().equals(after.location())) {
            originals = originals.with(RewrittenPaths.LOCATION, before.location().orElseThrow());
        }
        return originals;
    }
}
