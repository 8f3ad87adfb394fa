package network.opencharging.cpo.ocpp.station;

import network.opencharging.cpo.ocpp.frame.ErrorCode;
import network.opencharging.cpo.ocpp.frame.Frame;
import network.opencharging.cpo.ocpp.message.CentralSystem;
import network.opencharging.cpo.ocpp.schema.SchemaFault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What is answered to one call: a result or an error, always one of them. */
final class Answers {
    private static final int LONGEST_TOKEN = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final Protocol protocol;
    private final CentralSystem central;

    Answers(Protocol protocol, CentralSystem central) {
        this.protocol = protocol;
        this.central = central;
    }

    Frame to(String station, Frame.Call call) {
        if (!protocol.schemas().knows(call.action())) {
            return error(call, ErrorCode.NOT_IMPLEMENTED, "no such action: " + call.action());
        }
        Optional<SchemaFault> fault = fault(call);
        if (fault.isPresent()) {
            LOG.info("{} sent {} with {}", station, call.action(), fault.get());
            return error(call, fault.get().code(), fault.get().toString());
        }
        if (!central.admits(station, call.action())) {
            return error(
                    call, ErrorCode.SECURITY_ERROR, "this station may only send BootNotification");
        }
        return done(station, call);
    }

    private Optional<SchemaFault> fault(Frame.Call call) {
        if (protocol.strictness() == Strictness.LENIENT) {
            dropNulls(call.payload());
        }
        return protocol.schemas().request(call.action(), call.payload()).stream()
                .filter(fault -> !isBorne(fault, call.payload()))
                .findFirst();
    }

    private boolean isBorne(SchemaFault fault, ObjectNode payload) {
        return protocol.strictness() == Strictness.LENIENT
                && fault.tolerable()
                && !(isToken(fault.path())
                        && payload.at(fault.path()).asString("").length() > LONGEST_TOKEN);
    }

    private static boolean isToken(String path) {
        return path.endsWith("/idTag") || path.endsWith("/idToken");
    }

    /** What some stations write for "I have none". */
    private static void dropNulls(JsonNode node) {
        for (Iterator<JsonNode> members = node.iterator(); members.hasNext(); ) {
            JsonNode member = members.next();
            if (member.isNull() && node.isObject()) {
                members.remove();
            } else {
                dropNulls(member);
            }
        }
    }

    /** The outermost catch of a station's work: one bad message must not end its connection. */
    private Frame done(String station, Frame.Call call) {
        try {
            return protocol.desk()
                    .answer(station, call.action(), call.payload())
                    .map(payload -> checked(call, payload))
                    .orElseGet(() ->
                            error(
                                    call,
                                    ErrorCode.NOT_SUPPORTED,
                                    "a central system does not answer " + call.action()));
        } catch (RuntimeException e) {
            LOG.error("{} of {} failed", call.action(), station, e);
            return error(call, ErrorCode.INTERNAL_ERROR, "it failed here; please send it again");
        }
    }

    private Frame checked(Frame.Call call, ObjectNode payload) {
        List<SchemaFault> faults = protocol.schemas().answer(call.action(), payload);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("our own answer is wrong: " + faults.getFirst());
        }
        return new Frame.CallResult(call.id(), payload);
    }

    private Frame error(Frame.Call call, ErrorCode code, String why) {
        return new Frame.CallError(
                call.id(),
                code.word(protocol.version()),
                why,
                JsonNodeFactory.instance.objectNode());
    }
}
