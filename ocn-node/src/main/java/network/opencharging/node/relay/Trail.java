package network.opencharging.node.relay;

import network.opencharging.node.message.Addressed;
import network.opencharging.node.message.Answer;
import network.opencharging.node.message.Audience;
import network.opencharging.node.message.Authenticated;
import network.opencharging.node.message.CheckedAnswer;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outbound;
import network.opencharging.node.message.Permitted;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Reply;
import network.opencharging.node.message.Resolved;
import network.opencharging.node.message.Sender;
import network.opencharging.node.message.Step;
import network.opencharging.node.message.Verified;
import network.opencharging.node.message.Vouching;
import network.opencharging.protocol.party.PartyId;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The steps that one message has made, each with its time and what it found. Every {@code note}
 * gives back what it was handed, so that the way stays one line per step.
 */
final class Trail {
    /** A list that is gathered from many would else have a trail as long as they are many. */
    private static final int MOST = 64;

    private final LongSupplier nanoseconds;
    private final long started;
    private final List<Step> steps = new ArrayList<>(9);
    private Step.Name next = Step.Name.AUTHENTICATE;

    Trail(LongSupplier nanoseconds) {
        this(nanoseconds, nanoseconds.getAsLong());
    }

    private Trail(LongSupplier nanoseconds, long started) {
        this.nanoseconds = nanoseconds;
        this.started = started;
    }

    Authenticated note(Authenticated stage) {
        passed(
                Step.Name.AUTHENTICATE,
                switch (stage.sender()) {
                    case Sender.Local(PartyId party, var platform) ->
                            party + " by the token of platform " + platform.id();
                    case Sender.Remote(PartyId party, var operator) ->
                            party + " by the signature of node " + operator.url();
                });
        return stage;
    }

    Addressed note(Addressed stage) {
        passed(
                Step.Name.ADDRESS,
                switch (stage.audience()) {
                    case Audience.One(PartyId party) -> "to " + party;
                    case Audience.Everyone(var parties) -> "to " + parties.size() + " parties";
                    case Audience.Hub _ -> "to the hub";
                    case Audience.WhoeverKnows(var parties) ->
                            "to whoever of " + parties.size() + " parties knows the token";
                    case Audience.GatherAll(var parties) -> "of " + parties.size() + " parties";
                });
        return stage;
    }

    Verified note(Verified stage) {
        passed(Step.Name.VERIFY, verdict(stage.vouching(), stage.sender().party()));
        return stage;
    }

    /** The trail of one of many deliveries side by side, with the same beginning. */
    Trail branch() {
        return new Trail(nanoseconds, started);
    }

    /** Takes in what a branch has noted. */
    void join(Trail branch) {
        branch.steps.forEach(this::add);
        next = branch.next;
    }

    /** A delivery begins: one of many, perhaps. */
    void deliveryBegins() {
        next = Step.Name.PERMIT;
    }

    Permitted note(Permitted stage) {
        passed(Step.Name.PERMIT, stage.recipient() + " takes it");
        return stage;
    }

    Resolved note(Resolved stage) {
        passed(Step.Name.RESOLVE, place(stage.destination()));
        return stage;
    }

    Outbound note(Outbound stage) {
        passed(Step.Name.REWRITE, change(stage.resolved().message(), stage.message()));
        return stage;
    }

    private static String change(Message before, Message after) {
        if (before.signature().isPresent() && !before.signature().equals(after.signature())) {
            return "links changed, and signed again by this node";
        }
        return before.body().size() == after.body().size() ? "as it came" : "links changed";
    }

    Answer note(Answer stage) {
        passed(Step.Name.SEND, "HTTP " + stage.status());
        return stage;
    }

    CheckedAnswer note(CheckedAnswer stage) {
        passed(Step.Name.VERIFY_ANSWER, verdict(stage.vouching(), stage.permitted().recipient()));
        return stage;
    }

    Reply note(Reply stage) {
        passed(Step.Name.RESTORE, "HTTP " + stage.status());
        return stage;
    }

    /** The step that would have come next refused. */
    void refused(Refusal refusal) {
        add(new Step(next, since(), false, refusal.toString()));
    }

    Duration since() {
        return Duration.ofNanos(nanoseconds.getAsLong() - started);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private void passed(Step.Name name, String found) {
        add(new Step(name, since(), true, found));
        next = name.next();
    }

    private void add(Step step) {
        if (steps.size() < MOST) {
            steps.add(step);
        }
    }

    private static String verdict(Vouching vouching, PartyId author) {
        return switch (vouching) {
            case UNSIGNED -> "not signed";
            case SIGNED -> "signed for " + author + ", good";
        };
    }

    /** Where somebody lives; the rest of an address is nobody's business. */
    private static String place(Destination destination) {
        return switch (destination) {
            case Destination.LocalPlatform local ->
                    "platform " + local.platform().id() + " at " + origin(local.url());
            case Destination.RemoteNode remote -> "node " + remote.operator().url();
        };
    }

    private static String origin(String url) {
        int path = url.indexOf('/', url.indexOf("//") + 2);
        String origin = path < 0 ? url : url.substring(0, path);
        return origin.substring(origin.indexOf('@') + 1);
    }
}
