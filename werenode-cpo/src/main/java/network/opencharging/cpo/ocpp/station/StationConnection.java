package network.opencharging.cpo.ocpp.station;

import network.opencharging.cpo.ocpp.frame.Frame;
import network.opencharging.cpo.ocpp.frame.FrameParsing;
import network.opencharging.cpo.ocpp.frame.OcppVersion;
import network.opencharging.cpo.ocpp.message.CentralSystem;
import network.opencharging.cpo.ocpp.schema.SchemaFault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A station that is connected: what it sends is worked on in order, what it is sent one by one. */
public final class StationConnection implements StationLine {
    private static final Logger LOG = LoggerFactory.getLogger(StationConnection.class);

    /** Frames that may wait: a station has one call open, and its answers. */
    private static final int MOST_WAITING = 64;

    /** So many frames that nobody can read are borne. */
    private static final int MOST_UNREADABLE = 10;

    private static final int POLICY_VIOLATION = 1008;
    private static final int NOT_UNDERSTOOD = 1007;

    private final String id;
    private final String station;
    private final Protocol protocol;
    private final Surroundings around;
    private final Wire wire;
    private final Answers answers;
    private final CallQueue calls;
    private final Inbox inbox;
    private volatile Instant heard;
    private int unreadable;

    public StationConnection(
            String station,
            Protocol protocol,
            CentralSystem central,
            Surroundings around,
            Wire wire) {
        this.id = around.ids().get();
        this.station = station;
        this.protocol = protocol;
        this.around = around;
        this.wire = wire;
        this.answers = new Answers(protocol, central);
        this.calls = new CallQueue(around, this::send);
        this.inbox = new Inbox(around.workers(), this::work, MOST_WAITING);
        this.heard = around.clock().instant();
    }

    /** The connection's own name, never the same twice. */
    public String id() {
        return id;
    }

    /** Whose connection it is. */
    @Override
    public String station() {
        return station;
    }

    /** What is spoken on it. */
    @Override
    public OcppVersion version() {
        return protocol.version();
    }

    /** When the station last gave a sign of life. */
    public Instant heard() {
        return heard;
    }

    /** The station gave a sign of life that is no message. */
    public void pulse() {
        heard = around.clock().instant();
    }

    /** Asks the station for a sign of life; returns at once, however slowly it reads. */
    void ping() {
        around.workers().execute(wire::ping);
    }

    /** The station sent a text; returns at once. */
    public void received(String text) {
        pulse();
        if (!inbox.add(text)) {
            wire.close(POLICY_VIOLATION, "more than 64 messages wait for their answer");
        }
    }

    private void work(String text) {
        switch (around.text().read(text)) {
            case FrameParsing.Read(Frame.Call call) -> {
                log(true, call.action(), call.id(), text);
                send(answers.to(station, call), call.action());
            }
            case FrameParsing.Read(Frame answer) -> {
                log(true, calls.actionOf(answer.id()), answer.id(), text);
                if (!calls.answered(answer)) {
                    LOG.info("{} answers {}, for which nobody waits", station, answer.id());
                }
            }
            case FrameParsing.Unreadable broken -> {
                log(true, "", broken.callId().orElse(""), text);
                refuse(broken);
            }
        }
    }

    /** 1.6 has no word for a frame without an id: it is dropped. */
    private void refuse(FrameParsing.Unreadable broken) {
        LOG.info("{} sent what cannot be read: {}", station, broken.why());
        if (broken.callId().isPresent() || protocol.version() != OcppVersion.V16) {
            send(
                    new Frame.CallError(
                            broken.callId().orElse("-1"),
                            broken.code().word(protocol.version()),
                            broken.why(),
                            JsonNodeFactory.instance.objectNode()),
                    "");
        }
        unreadable++;
        if (unreadable >= MOST_UNREADABLE) {
            wire.close(NOT_UNDERSTOOD, "ten messages could not be read");
        }
    }

    private boolean send(Frame frame, String action) {
        String text = around.text().write(frame);
        log(false, action, frame.id(), text);
        return wire.send(text);
    }

    private void log(boolean fromStation, String action, String id, String text) {
        around.log()
                .keep(
                        new MessageLog.Entry(
                                around.clock().instant(), station, fromStation, action, id, text));
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            String message, String action, ObjectNode payload, Duration patience) {
        List<SchemaFault> faults = faults(action, payload);
        return faults.isEmpty()
                ? calls.call(new Frame.Call(message, action, payload), patience)
                : CompletableFuture.completedFuture(
                        new CallOutcome.Unsent(faults.getFirst().toString()));
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            String action, ObjectNode payload, Duration patience) {
        return call(around.ids().get(), action, payload, patience);
    }

    @Override
    public List<SchemaFault> faults(String action, ObjectNode payload) {
        return protocol.faults(action, payload);
    }

    /** Ends it. */
    public void close(int code, String reason) {
        wire.close(code, reason);
        calls.close(reason);
    }

    /** Answers what came before, takes nothing more, and ends; returns at once. */
    void retire(int code, String reason) {
        inbox.close(() -> close(code, reason));
    }

    /** It ended. */
    public void ended(String why) {
        calls.close(why);
    }
}
