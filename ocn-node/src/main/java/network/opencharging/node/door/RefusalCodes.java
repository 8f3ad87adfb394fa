package network.opencharging.node.door;

import network.opencharging.node.message.PluginRefusal;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.VersionRefusal;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.protocol.message.HeaderNames;
import network.opencharging.protocol.message.OcpiStatus;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every refusal in numbers, once. OCPI 2.2.1 §4.1.6: what reached the OCPI layer is answered there,
 * so most refusals travel with HTTP 200; HTTP statuses are kept for what HTTP itself is about.
 *
 * <table>
 *   <caption>Refusals and codes</caption>
 *   <tr><th>what is wrong</th><th>HTTP</th><th>OCPI</th></tr>
 *   <tr><td>no token, unknown token</td><td>401</td><td>2001</td></tr>
 *   <tr><td>sends too fast</td><td>429</td><td>2903</td></tr>
 *   <tr><td>path that is not passed on; sealed link that does not open</td><td>404</td><td>2001</td></tr>
 *   <tr><td>token that nobody who was asked knows</td><td>404</td><td>2004</td></tr>
 *   <tr><td>version that this node does not pass on</td><td>404</td><td>3002</td></tr>
 *   <tr><td>version that the receiver does not take</td><td>200</td><td>3002</td></tr>
 *   <tr><td>method that OCPI does not have</td><td>405</td><td>2001</td></tr>
 *   <tr><td>body that is not JSON; node message that cannot be read</td><td>400</td><td>2001</td></tr>
 *   <tr><td>path that leads out of the receiver's endpoint</td><td>400</td><td>2001</td></tr>
 *   <tr><td>query parameter that comes more than once, signed or for another node</td><td>400</td><td>2001</td></tr>
 *   <tr><td>body too large</td><td>413</td><td>2001</td></tr>
 *   <tr><td>headers too many or too long</td><td>431</td><td>2001</td></tr>
 *   <tr><td>routing headers missing, halved, malformed; message id malformed</td><td>200</td><td>2001</td></tr>
 *   <tr><td>sender is no party of the caller</td><td>200</td><td>2001</td></tr>
 *   <tr><td>receiver lacks the module; module that is not passed on</td><td>200</td><td>2001</td></tr>
 *   <tr><td>{@code response_url} or {@code proxy_resource} that must not be called</td><td>200</td><td>2001</td></tr>
 *   <tr><td>caller suspended; receiver's rules</td><td>200</td><td>2000</td></tr>
 *   <tr><td>text that is no signature</td><td>200</td><td>2001</td></tr>
 *   <tr><td>signature missing or not good</td><td>200</td><td>2901</td></tr>
 *   <tr><td>answer that is no OCPI or not signed as it must be</td><td>200</td><td>4000</td></tr>
 *   <tr><td>receiver unknown; sender of a node message unknown</td><td>200</td><td>4001</td></tr>
 *   <tr><td>no answer in time</td><td>200</td><td>4002</td></tr>
 *   <tr><td>receiver not connected or not reachable; node signature not good</td><td>200</td><td>4003</td></tr>
 *   <tr><td>more broadcasts or more messages at once than this node takes</td><td>503</td><td>3000</td></tr>
 *   <tr><td>declined by a plug-in</td><td>200</td><td>as it says</td></tr>
 *   <tr><td>fault of a plug-in</td><td>500</td><td>3000</td></tr>
 *   <tr><td>fault of this node</td><td>500</td><td>3000</td></tr>
 * </table>
 */
public final class RefusalCodes {
    /** A signature is missing or wrong; of the range that OCPI leaves to everybody (29xx). */
    static final OcpiStatus SIGNATURE = new OcpiStatus(2901);

    /** Sent too fast; of the same range. */
    static final OcpiStatus TOO_FAST = new OcpiStatus(2903);

    private static final String RETRY_AFTER = "Retry-After";
    private static final String METHODS = "The method must be GET, POST, PUT, PATCH or DELETE.";

    private RefusalCodes() {}

    /** What the caller is told. */
    public static Verdict of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoToken _ ->
                    parameter(401, "Header Authorization must be: Token, a space, your token.");
            case Refusal.UnknownToken _ ->
                    parameter(401, "The token in header Authorization is not known here.");
            case Refusal.CallerNotConnected(var status) ->
                    new Verdict(
                            200,
                            OcpiStatus.CLIENT_ERROR,
                            "Your platform is " + status + " at this node: ask its operator.");
            case Refusal.ForeignSender(var claimed) ->
                    parameter(
                            200,
                            "Headers %s and %s name %s, which is no party of your platform."
                                    .formatted(
                                            HeaderNames.FROM_COUNTRY_CODE,
                                            HeaderNames.FROM_PARTY_ID,
                                            claimed));
            case Refusal.NodeSignatureWrong(var why) ->
                    new Verdict(
                            200,
                            OcpiStatus.CONNECTION_PROBLEM,
                            "Header OCN-Signature of the node message: " + why + ".");
            case Refusal.SenderUnknown(var sender) ->
                    new Verdict(
                            200,
                            OcpiStatus.UNKNOWN_RECEIVER,
                            "headers.sender names %s, which the registry does not list."
                                    .formatted(sender));
            case Refusal.TooFast fast -> tooFast(fast);
            case Refusal.AsSent said -> ofMessage(said);
            case Refusal.AsSigned signed -> ofSignature(signed);
            case VersionRefusal version -> ofVersion(version);
            case PluginRefusal plugin -> ofPlugin(plugin);
            case Refusal.OnTheWay met -> ofWay(met);
        };
    }

    private static Verdict ofMessage(Refusal.AsSent said) {
        return switch (said) {
            case Refusal.RoutingWrong(var fault) -> parameter(200, fault.sentence());
            case Refusal.ReceiverMissing _ ->
                    parameter(
                            200,
                            "Headers %s and %s are missing: say which party the message is for."
                                    .formatted(
                                            HeaderNames.TO_COUNTRY_CODE, HeaderNames.TO_PARTY_ID));
            case Refusal.HubCannot(var why) -> parameter(200, why);
            case Refusal.IdWrong(var header) ->
                    parameter(
                            200, "Header " + header + " must have 1 to 255 printable characters.");
            case Refusal.HeadersTooLarge(var why) -> parameter(431, "Too many headers: " + why);
            case Refusal.PathUnknown _ ->
                    parameter(
                            404,
                            "The path must be /ocpi/{sender|receiver}/2.2.1/{module}/... or"
                                    + " /ocpi/custom/{sender|receiver}/{module}/...");
            case Refusal.PathUnsafe _ ->
                    parameter(
                            400,
                            "The path must not have dots as segments, broken escapes or characters"
                                    + " that need an escape.");
            case Refusal.CameBefore(var id) -> cameBefore(id);
            case Refusal.ParameterRepeated(var name) -> repeated(name);
            case Refusal.MethodUnknown _ -> parameter(405, METHODS);
            case Refusal.BodyTooLarge(var limit) ->
                    parameter(413, "The body must not be larger than " + limit + " bytes.");
            case Refusal.NotJson(var why) -> parameter(400, "The body is not JSON: " + why + ".");
            case Refusal.NodeMessageUnreadable(var why) -> parameter(400, why);
            case Refusal.ResponseUrlRefused(var why) -> parameter(200, "response_url " + why + ".");
            case Refusal.ProxyResourceRefused(var why) ->
                    parameter(200, "proxy_resource must be " + why + ".");
            case Refusal.LinkUnknown _ ->
                    parameter(404, "The link is not known, not yours, or has expired.");
        };
    }

    private static Verdict ofSignature(Refusal.AsSigned signed) {
        return switch (signed) {
            case Refusal.SignatureMissing(var by) ->
                    new Verdict(
                            200,
                            SIGNATURE,
                            "Header OCN-Signature is missing: "
                                    + by
                                    + " takes only signed messages.");
            case Refusal.SignatureUnreadable(var why) ->
                    parameter(200, "Header OCN-Signature cannot be read: " + why + ".");
            case Refusal.SignatureWrong(var why) ->
                    new Verdict(200, SIGNATURE, "OCN-Signature: " + why);
        };
    }

    private static Verdict ofWay(Refusal.OnTheWay met) {
        return switch (met) {
            case Refusal.NotAllowed(var receiver, var why) ->
                    new Verdict(
                            200,
                            OcpiStatus.CLIENT_ERROR,
                            "%s does not take this message: %s.".formatted(receiver, why));
            case Refusal.ModuleMissing(var receiver, var module, var role) ->
                    parameter(
                            200,
                            "%s does not have the %s interface of module %s."
                                    .formatted(receiver, role, module));
            case Refusal.ModuleNotPassedOn(var module) ->
                    parameter(
                            200,
                            "Module %s is between a platform and its node: it is not passed on."
                                    .formatted(module));
            case Refusal.ReceiverUnknown(var receiver) -> unknown(receiver);
            case Refusal.ReceiverNotConnected(var receiver, var how) ->
                    connection("%s %s.".formatted(receiver, how));
            case Refusal.TokenUnknownToAll(var asked, var silent) -> unknownToken(asked, silent);
            case Refusal.NoAnswerInTime(var receiver) ->
                    new Verdict(200, OcpiStatus.TIMEOUT, receiver + " did not answer in time.");
            case Refusal.Unreachable(var receiver, var _) ->
                    connection(receiver + " cannot be reached.");
            case Refusal.AnswerUnusable(var receiver, var why) ->
                    hub("The answer of %s cannot be used: %s.".formatted(receiver, why));
            case Refusal.AnswerSignatureWrong(var receiver, var why) ->
                    hub(
                            "The answer of %s is not signed as it must be: %s"
                                    .formatted(receiver, why));
            case Refusal.Crowded _ ->
                    server(503, "More comes in than this node can pass on: repeat in a moment.");
            case Refusal.NodeFailed _ -> server(500, "The node failed; its log tells why.");
        };
    }

    private static Verdict unknownToken(int asked, int silent) {
        return new Verdict(
                404,
                OcpiStatus.UNKNOWN_TOKEN,
                "Of %d parties that were asked none knows this token; %d did not say."
                        .formatted(asked, silent));
    }

    private static Verdict unknown(PartyId receiver) {
        return new Verdict(
                200,
                OcpiStatus.UNKNOWN_RECEIVER,
                "Headers %s and %s name %s, which nobody knows here."
                        .formatted(HeaderNames.TO_COUNTRY_CODE, HeaderNames.TO_PARTY_ID, receiver));
    }

    private static Verdict ofPlugin(PluginRefusal refusal) {
        return switch (refusal) {
            case PluginRefusal.PluginDeclined(var status, var sentence) ->
                    new Verdict(200, status, sentence);
            case PluginRefusal.PluginFailed(var module) ->
                    server(500, "The plug-in for module %s failed.".formatted(module));
        };
    }

    private static Verdict ofVersion(VersionRefusal refusal) {
        return switch (refusal) {
            case VersionRefusal.VersionUnknown(var _, var spoken) ->
                    new Verdict(
                            404,
                            OcpiStatus.UNSUPPORTED_VERSION,
                            "The version in the path or message must be one of %s."
                                    .formatted(spoken));
            case VersionRefusal.Unsayable(var status, var sentence) ->
                    new Verdict(200, status, sentence);
            case VersionRefusal.VersionNotSpoken(var receiver, var version, var spoken) ->
                    new Verdict(
                            200,
                            OcpiStatus.UNSUPPORTED_VERSION,
                            "%s does not take messages of version %s: send it to your endpoints of %s."
                                    .formatted(receiver, version, names(spoken)));
        };
    }

    private static String names(List<OcpiVersion> versions) {
        return versions.isEmpty()
                ? "another version"
                : versions.stream().map(OcpiVersion::value).collect(Collectors.joining(" or "));
    }

    /** What stands beside the answer: when to come again. */
    static Map<String, String> headers(Refusal refusal) {
        return switch (refusal) {
            case Refusal.TooFast fast -> Map.of(RETRY_AFTER, Long.toString(fast.seconds()));
            case Refusal.Crowded _ -> Map.of(RETRY_AFTER, "1");
            default -> Map.of();
        };
    }

    private static Verdict tooFast(Refusal.TooFast fast) {
        return new Verdict(
                429,
                TOO_FAST,
                "%s sends too fast: wait %d s.".formatted(fast.sender(), fast.seconds()));
    }

    private static Verdict cameBefore(String id) {
        return parameter(
                400,
                "This message came before (X-Request-ID %s): send it under a new id."
                        .formatted(id));
    }

    private static Verdict repeated(String name) {
        return parameter(
                400,
                "Query parameter %s comes more than once: send it once; what is signed or goes to another node has every parameter once."
                        .formatted(name));
    }

    private static Verdict parameter(int http, String sentence) {
        return new Verdict(http, OcpiStatus.INVALID_PARAMETERS, sentence);
    }

    private static Verdict server(int http, String sentence) {
        return new Verdict(http, OcpiStatus.SERVER_ERROR, sentence);
    }

    private static Verdict hub(String sentence) {
        return new Verdict(200, OcpiStatus.HUB_ERROR, sentence);
    }

    private static Verdict connection(String sentence) {
        return new Verdict(200, OcpiStatus.CONNECTION_PROBLEM, sentence);
    }
}
