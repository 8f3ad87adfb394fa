package network.opencharging.node.message;

import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;

import java.time.Duration;

/**
 * Why a message does not pass, with the facts. Which HTTP status and OCPI code that is, is decided
 * in room {@code door} alone.
 */
public sealed interface Refusal
        permits Refusal.AsSent,
                Refusal.AsSigned,
                Refusal.OnTheWay,
                Refusal.NoToken,
                Refusal.UnknownToken,
                Refusal.CallerNotConnected,
                Refusal.ForeignSender,
                Refusal.NodeSignatureWrong,
                Refusal.SenderUnknown,
                Refusal.TooFast,
                VersionRefusal,
                PluginRefusal {

    /** What the caller sent cannot be passed on. */
    sealed interface AsSent extends Refusal {}

    /** The party's signature is not what it must be. */
    sealed interface AsSigned extends Refusal {}

    /** What was sent is in order, but its way is not. */
    sealed interface OnTheWay extends Refusal {}

    // ---- who calls

    /** No token was shown, or not in the form {@code Token ...}. */
    record NoToken() implements Refusal {}

    /** The token opens nothing here. */
    record UnknownToken() implements Refusal {}

    /**
     * The platform behind the token is shut out.
     *
     * @param status how it stands
     */
    record CallerNotConnected(ConnectionStatus status) implements Refusal {}

    /**
     * The sender is not one of the parties of the calling platform.
     *
     * @param claimed whom the caller says to be
     */
    record ForeignSender(PartyId claimed) implements Refusal {}

    /**
     * A node message is not signed by the operator of its sender.
     *
     * @param why what is wrong with the signature
     */
    record NodeSignatureWrong(String why) implements Refusal {}

    /**
     * The same node message came before.
     *
     * @param requestId the id in it
     */
    record CameBefore(String requestId) implements AsSent {}

    /**
     * The sender of a node message is not in the directory.
     *
     * @param sender as named in it
     */
    record SenderUnknown(PartyId sender) implements Refusal {}

    /**
     * The sender sends faster than it may.
     *
     * @param sender who
     * @param left how long to wait
     */
    record TooFast(PartyId sender, Duration left) implements Refusal {
        /** Whole seconds, at least one. */
        public long seconds() {
            return Math.max(1, left.plusMillis(999).toSeconds());
        }
    }

    // ---- what the caller says

    /**
     * The routing headers are missing, halved or malformed.
     *
     * @param fault which, and what to do
     */
    record RoutingWrong(RoutingHeaders.Fault fault) implements AsSent {}

    /** Both headers that name the receiver are missing. */
    record ReceiverMissing() implements AsSent {}

    /**
     * The message names the hub, or nobody, where the hub cannot find out for whom it is.
     *
     * @param why what to do
     */
    record HubCannot(String why) implements AsSent {}

    /** So much is under way, to one or to many, that nothing more is taken now. */
    record Crowded() implements OnTheWay {}

    /**
     * One of the message's ids cannot be.
     *
     * @param header which
     */
    record IdWrong(String header) implements AsSent {}

    /**
     * The headers are too many or too long.
     *
     * @param why which limit
     */
    record HeadersTooLarge(String why) implements AsSent {}

    /** The path is none that is passed on. */
    record PathUnknown() implements AsSent {}

    /**
     * A query parameter comes more than once, where it can be told or signed only once.
     *
     * @param name which
     */
    record ParameterRepeated(String name) implements AsSent {}

    /** The path leads out of the receiver's endpoint. */
    record PathUnsafe() implements AsSent {}

    /**
     * OCPI has no such method.
     *
     * @param method as it came
     */
    record MethodUnknown(String method) implements AsSent {}

    /**
     * The body is larger than allowed.
     *
     * @param limit in bytes
     */
    record BodyTooLarge(long limit) implements AsSent {}

    /**
     * The body is not JSON.
     *
     * @param why what is wrong with it, without its content
     */
    record NotJson(String why) implements AsSent {}

    /**
     * A node message cannot be read.
     *
     * @param why which member is wrong
     */
    record NodeMessageUnreadable(String why) implements AsSent {}

    /**
     * The URL for the asynchronous result cannot be passed on.
     *
     * @param why what it must be
     */
    record ResponseUrlRefused(String why) implements AsSent {}

    /**
     * Another node asks to call an address that the receiver never announced.
     *
     * @param why what it must be
     */
    record ProxyResourceRefused(String why) implements AsSent {}

    /** A sealed link is garbage, somebody else's, or has expired. */
    record LinkUnknown() implements AsSent {}

    // ---- signatures

    /**
     * A signature is demanded and missing.
     *
     * @param by who demands it
     */
    record SignatureMissing(String by) implements AsSigned {}

    /**
     * The text is no signature.
     *
     * @param why where reading it failed
     */
    record SignatureUnreadable(String why) implements AsSigned {}

    /**
     * The signature is not good for this message.
     *
     * @param why what is wrong
     */
    record SignatureWrong(String why) implements AsSigned {}

    // ---- the receiver

    /**
     * The receiver's rules do not let this sender through.
     *
     * @param receiver whose rules
     * @param why which rule
     */
    record NotAllowed(PartyId receiver, String why) implements OnTheWay {}

    /**
     * Nobody knows the receiver.
     *
     * @param receiver as named in the headers
     */
    record ReceiverUnknown(PartyId receiver) implements OnTheWay {}

    /**
     * The receiver is known, but nothing can be delivered now.
     *
     * @param receiver whom
     * @param how how it stands
     */
    record ReceiverNotConnected(PartyId receiver, String how) implements OnTheWay {}

    /**
     * The receiver does not have this side of the module.
     *
     * @param receiver whom
     * @param module which module
     * @param role which side
     */
    record ModuleMissing(PartyId receiver, ModuleId module, InterfaceRole role)
            implements OnTheWay {}

    /**
     * The module is between a platform and its node.
     *
     * @param module which
     */
    record ModuleNotPassedOn(ModuleId module) implements OnTheWay {}

    /**
     * Nobody of those who were asked knows the token.
     *
     * @param asked how many
     * @param silent how many of them did not say
     */
    record TokenUnknownToAll(int asked, int silent) implements OnTheWay {}

    // ---- the way there and back

    /**
     * No answer in time.
     *
     * @param receiver from whom
     */
    record NoAnswerInTime(PartyId receiver) implements OnTheWay {}

    /**
     * The receiver or its node cannot be reached.
     *
     * @param receiver whom
     * @param why for the log; not told to the caller
     */
    record Unreachable(PartyId receiver, String why) implements OnTheWay {}

    /**
     * What came back is no OCPI answer.
     *
     * @param receiver from whom
     * @param why what is wrong with it
     */
    record AnswerUnusable(PartyId receiver, String why) implements OnTheWay {}

    /**
     * What came back is not signed as it must be.
     *
     * @param receiver from whom
     * @param why what is wrong
     */
    record AnswerSignatureWrong(PartyId receiver, String why) implements OnTheWay {}

    /** The node itself failed; the log has the stack trace. */
    record NodeFailed() implements OnTheWay {}
}
