package network.opencharging.node.step.send;

import network.opencharging.node.client.Call;
import network.opencharging.node.client.CallResult;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.message.Answer;
import network.opencharging.node.message.AnswerHeaders;
import network.opencharging.node.message.Arrival;
import network.opencharging.node.message.Destination;
import network.opencharging.node.message.Message;
import network.opencharging.node.message.Outbound;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
import network.opencharging.node.message.Trace;
import network.opencharging.node.plugin.VersionAdapter;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.Route;

import java.time.Duration;
import java.util.Optional;

/** Calls the receiver's platform or its node, and takes what comes back. */
public final class SendOnward {
    /** A sealed link is half as long again, and has to fit into our own answer. */
    private static final int LONGEST_HEADER = 8192;

    private final HttpCaller http;
    private final PlatformCalls platformCalls;
    private final NodeCalls nodeCalls;
    private final AdaptedCalls adaptedCalls;
    private final Deadlines deadlines;

    /** Calls in these forms. */
    public SendOnward(
            HttpCaller http,
            PlatformCalls platformCalls,
            NodeCalls nodeCalls,
            AdaptedCalls adaptedCalls,
            Deadlines deadlines) {
        this.http = http;
        this.platformCalls = platformCalls;
        this.nodeCalls = nodeCalls;
        this.adaptedCalls = adaptedCalls;
        this.deadlines = deadlines;
    }

    /**
     * Sends, and waits for the answer.
     *
     * @throws Refused when none comes
     */
    public Answer send(Outbound outbound) {
        Optional<VersionAdapter> adapter = adaptedCalls.forPlatform(outbound.destination());
        return switch (http.send(held(traced(call(outbound, adapter), outbound), outbound))) {
            case CallResult.Answered answered -> {
                Answer answer = answer(outbound, answered);
                yield adapter.map(it -> AdaptedCalls.translated(it, answer)).orElse(answer);
            }
            case CallResult.Unanswered(CallResult.Reason reason, String detail) ->
                    throw new Refused(
                            refusal(reason, detail, outbound.resolved().permitted().recipient()));
        };
    }

    private static Call traced(Call call, Outbound outbound) {
        return outbound.resolved()
                .permitted()
                .trace()
                .map(trace -> call.with(Trace.HEADER, trace.header()))
                .orElse(call);
    }

    /** The answer stays in memory until the caller has it. */
    private static Call held(Call call, Outbound outbound) {
        return call.within(outbound.resolved().permitted().space()::take);
    }

    private Call call(Outbound outbound, Optional<VersionAdapter> adapter) {
        Message message = outbound.message();
        Duration deadline = deadline(outbound);
        return switch (outbound.destination()) {
            case Destination.LocalPlatform platform ->
                    adapter.map(it -> adaptedCalls.call(it, outbound, platform, deadline))
                            .orElseGet(() -> platformCalls.call(message, platform, deadline));
            case Destination.RemoteNode node -> nodeCalls.call(message, node, deadline);
        };
    }

    private Duration deadline(Outbound outbound) {
        Route route = outbound.message().target().route();
        return switch (outbound.resolved().permitted().arrival()) {
            case Arrival.FromPlatform _ -> deadlines.of(route);
            case Arrival.FromNode _ -> deadlines.ofSecondHop(route);
        };
    }

    private static Answer answer(Outbound outbound, CallResult.Answered answered) {
        AnswerHeaders headers =
                AnswerHeaders.from(name -> answered.header(name).map(SendOnward::unbracketed));
        headers.forEach((name, value) -> {
            if (value.length() > LONGEST_HEADER) {
                throw new Refused(
                        new Refusal.AnswerUnusable(
                                outbound.resolved().permitted().recipient(),
                                "its header %s is longer than %d characters"
                                        .formatted(name, LONGEST_HEADER)));
            }
        });
        return new Answer(outbound, answered.status(), headers, Body.of(answered.body()));
    }

    /** Nodes of the second generation print header values as lists: {@code [50]}. */
    private static String unbracketed(String value) {
        return value.startsWith("[") && value.endsWith("]")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static Refusal refusal(CallResult.Reason reason, String detail, PartyId receiver) {
        return switch (reason) {
            case TIMEOUT -> new Refusal.NoAnswerInTime(receiver);
            case UNREACHABLE, CROWDED, FORBIDDEN_ADDRESS, UNUSABLE_URL ->
                    new Refusal.Unreachable(receiver, detail);
            case TOO_LARGE -> new Refusal.AnswerUnusable(receiver, detail);
            case NO_ROOM -> new Refusal.Crowded();
        };
    }
}
