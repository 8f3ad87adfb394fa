package network.opencharging.tools.simulate.station;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.simulate.ocpp.Flaw;
import network.opencharging.tools.simulate.ocpp.Frame;
import network.opencharging.tools.simulate.ocpp.FrameText;
import network.opencharging.tools.simulate.ocpp.Schemas;
import network.opencharging.tools.simulate.ocpp.Trouble;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a station makes of what it hears; whatever it is, it never breaks it. */
final class Hearing {
    private static final int SHOWN = 120;

    private final Cabinet cabinet;
    private final Schemas schemas;
    private final Dialect.Desk desk;

    Hearing(Cabinet cabinet, Schemas schemas, Dialect.Desk desk) {
        this.cabinet = cabinet;
        this.schemas = schemas;
        this.desk = desk;
    }

    /** A text came. */
    void heard(String text, Consumer<Frame> wire) {
        switch (FrameText.read(text)) {
            case FrameText.Reading.Broken(Optional<String> call, String why) -> {
                cabinet.complain("%s: %s".formatted(why, shortly(text)));
                call.ifPresent(id -> wire.accept(refused(id, Trouble.FORMAT, why)));
            }
            case FrameText.Reading.Read(Frame frame) -> heard(frame, wire);
        }
    }

    private void heard(Frame frame, Consumer<Frame> wire) {
        switch (frame) {
            case Frame.Call call -> answer(call, wire);
            case Frame.Result(String id, ObjectNode payload) -> result(id, payload);
            case Frame.Refused(String id, String code, String description) -> {
                if (known(id)) {
                    cabinet.calls().answered(id, new Outcome.Refused(code, description));
                }
            }
        }
    }

    private boolean known(String id) {
        if (cabinet.calls().action(id).isEmpty()) {
            cabinet.complain("an answer to nothing that was asked, id " + id);
            return false;
        }
        return true;
    }

    private void result(String id, ObjectNode payload) {
        if (!known(id)) {
            return;
        }
        String action = cabinet.calls().action(id).orElseThrow();
        schemas.answer(action, payload).stream()
                .findFirst()
                .ifPresent(flaw ->
                        cabinet.complain("its answer to %s is wrong, %s".formatted(action, flaw)));
        cabinet.calls().answered(id, new Outcome.Answered(payload));
    }

    private void answer(Frame.Call call, Consumer<Frame> wire) {
        cabinet.tell(
                "asked for %s %s".formatted(call.action(), shortly(call.payload().toString())));
        if (cabinet.habits().contains(Habit.SILENT)) {
            return;
        }
        if (cabinet.habits().contains(Habit.ERRORS)) {
            wire.accept(refused(call.id(), Trouble.INTERNAL, "it was told to answer so"));
            return;
        }
        if (cabinet.habits().contains(Habit.NONSENSE)) {
            wire.accept(new Frame.Result(call.id(), JsonText.object().put("status", 42)));
            return;
        }
        switch (reply(call)) {
            case Reply.Done(ObjectNode payload, Runnable afterwards) -> {
                wire.accept(new Frame.Result(call.id(), payload));
                afterwards.run();
            }
            case Reply.Refused(Trouble trouble, String why) ->
                    wire.accept(refused(call.id(), trouble, why));
        }
    }

    private Reply reply(Frame.Call call) {
        if (!schemas.knows(call.action())) {
            cabinet.complain("it asks for %s, which there is not".formatted(call.action()));
            return new Reply.Refused(Trouble.NOT_IMPLEMENTED, "there is no " + call.action());
        }
        List<Flaw> flaws = schemas.request(call.action(), call.payload());
        if (!flaws.isEmpty()) {
            cabinet.complain(
                    "it asks for %s wrongly, %s".formatted(call.action(), flaws.getFirst()));
            return new Reply.Refused(
                    flaws.getFirst().trouble(), shortly(flaws.getFirst().toString()));
        }
        return desk.answer(call.action(), call.payload())
                .orElseGet(() ->
                        new Reply.Refused(
                                Trouble.NOT_SUPPORTED, "no station is asked for " + call.action()));
    }

    private Frame refused(String id, Trouble trouble, String why) {
        return new Frame.Refused(id, trouble.word(cabinet.dialect().version()), why);
    }

    private static String shortly(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
