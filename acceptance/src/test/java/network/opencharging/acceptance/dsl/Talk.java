package network.opencharging.acceptance.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.mock.Platform;
import network.opencharging.tools.ocpi.call.Call;
import network.opencharging.tools.ocpi.call.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One party talking to another. What is said must arrive, be answered with success, and, where the
 * two sign, be found valid at both ends.
 */
public final class Talk {
    private final Platform from;
    private final Platform to;
    private final boolean signed;

    /** Talks from one platform to the other. */
    public Talk(Platform from, Platform to, boolean signed) {
        this.from = from;
        this.to = to;
        this.signed = signed;
    }

    /** Asks an interface. */
    public JsonNode ask(String method, ModuleId module, InterfaceRole role, String suffix)
            throws IOException {
        return data(must(Call.of(method, module, role, suffix, receiver())));
    }

    /** Tells an interface. */
    public Reply tell(
            String method, ModuleId module, InterfaceRole role, String suffix, JsonNode body)
            throws IOException {
        return must(Call.of(method, module, role, suffix, receiver()).with(body));
    }

    /** Follows an address that an answer has given. */
    public Reply follow(URI url) throws IOException {
        return must(Call.get(url, receiver()));
    }

    /** Sends and demands that everything is right with it. */
    public Reply must(Call call) throws IOException {
        Reply reply = from.caller().send(call);
        assertThat(reply.isSuccess())
                .as("%s %s: %s", call.method(), call.target(), reply.summary())
                .isTrue();
        judged(reply.exchange().answer().verdict(), "the answer to " + call);
        Exchange arrived = arrival(reply.exchange().correlationId());
        judged(arrived.request().verdict(), "the request " + call);
        return reply;
    }

    private Exchange arrival(String correlationId) {
        await().until(() -> to.log().find(Exchange.Direction.RECEIVED, correlationId).isPresent());
        return to.log().find(Exchange.Direction.RECEIVED, correlationId).orElseThrow();
    }

    private void judged(Verdict verdict, String what) {
        if (signed) {
            assertThat(verdict).as(what).isInstanceOf(Verdict.Valid.class);
        } else {
            assertThat(verdict).as(what).isInstanceOf(Verdict.NotChecked.class);
        }
    }

    private PartyId receiver() {
        return to.settings().identity().party();
    }

    /** The data of an answer. */
    public static JsonNode data(Reply reply) {
        return reply.data().orElseGet(JsonText::object);
    }

    /** A patch of one member, dated now. */
    public static ObjectNode patch(String member, String value) {
        return JsonText.object().put(member, value).put("last_updated", now());
    }

    /** Now, as OCPI writes it. */
    public static String now() {
        return Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
