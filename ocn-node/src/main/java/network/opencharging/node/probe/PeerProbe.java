package network.opencharging.node.probe;

import network.opencharging.node.client.Call;
import network.opencharging.node.client.CallResult;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.network.PeerProfile;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.registry.directory.Operator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a node what it is, with requests that change nothing there. A node like this one says it
 * itself. The published generations betray themselves by how they refuse a list that is asked for
 * without any header: under the path of their version they refuse with an envelope and a status of
 * their own, under another version they serve nothing.
 *
 * <table>
 *   <caption>Who answers what</caption>
 *   <tr><th></th><th>/ocpi/sender/2.2.1/locations</th><th>/ocpi/sender/2.2/locations</th></tr>
 *   <tr><td>P1</td><td>404</td><td>400, envelope</td></tr>
 *   <tr><td>P2</td><td>400, envelope</td><td>404</td></tr>
 *   <tr><td>P3</td><td>200, envelope of a refusal</td><td>404</td></tr>
 *   <tr><td>a node like this one</td><td>401, envelope</td><td>401, envelope</td></tr>
 * </table>
 */
public final class PeerProbe {
    /** The member of {@code /ocn/registry/node-info} in which a node says what it reads. */
    public static final String SAYS = "profile";

    private static final String LIST = "/ocpi/sender/%s/locations";

    private final HttpCaller http;
    private final Duration deadline;

    /**
     * Asks through this caller.
     *
     * @param deadline for each of the at most three requests
     */
    public PeerProbe(HttpCaller http, Duration deadline) {
        this.http = http;
        this.deadline = deadline;
    }

    /** What the node reads; empty when it does not answer, or like nothing that is known. */
    public Optional<PeerProfile> ask(Operator node) {
        Optional<PeerProfile> said = get(node, "/ocn/registry/node-info").flatMap(PeerProbe::said);
        if (said.isPresent()) {
            return said;
        }
        Optional<CallResult.Answered> second = get(node, LIST.formatted("2.2.1"));
        if (second.filter(answer -> answer.status() == 404).isPresent()) {
            return get(node, LIST.formatted("2.2"))
                    .filter(answer -> answer.status() == 400 && isRefusal(answer))
                    .map(_ -> PeerProfile.P1);
        }
        return second.filter(PeerProbe::isRefusal).flatMap(PeerProbe::byStatus);
    }

    private static Optional<PeerProfile> byStatus(CallResult.Answered refusal) {
        return switch (refusal.status()) {
            case 200 -> Optional.of(PeerProfile.P3);
            case 400 -> Optional.of(PeerProfile.P2);
            case 401 -> Optional.of(PeerProfile.OPEN);
            default -> Optional.empty();
        };
    }

    private static boolean isRefusal(CallResult.Answered answer) {
        return EnvelopeGlance.at(Body.of(answer.body()))
                .filter(envelope -> !envelope.status().isSuccess())
                .isPresent();
    }

    private static Optional<PeerProfile> said(CallResult.Answered answer) {
        return JsonReader.standard().read(answer.body())
                        instanceof JsonReading.Read<Json>(Json.Obj it)
                ? it.textOf(SAYS).flatMap(PeerProbe::named)
                : Optional.empty();
    }

    private static Optional<PeerProfile> named(String name) {
        return Arrays.stream(PeerProfile.values())
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    private Optional<CallResult.Answered> get(Operator node, String path) {
        String url = node.url().toString();
        String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        Call call =
                new Call(
                        "GET",
                        base + path,
                        Map.of("Accept", "application/json"),
                        Optional.empty(),
                        deadline);
        return http.send(call) instanceof CallResult.Answered answered
                ? Optional.of(answered)
                : Optional.empty();
    }
}
