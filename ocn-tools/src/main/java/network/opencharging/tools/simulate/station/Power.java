package network.opencharging.tools.simulate.station;

import network.opencharging.tools.json.JsonText;

import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Optional;

/** Starting, being accepted, beating, losing power, starting again. */
final class Power {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MOST_SECONDS = 86_400;

    private final Cabinet cabinet;
    private final Charging charging;
    private final Wiring wiring;
    private String cause = "PowerUp";
    private String firmware = Setting.FIRMWARE;
    private boolean accepted;
    private boolean wanted;
    private int life;

    /** What a station's power does to its connection. */
    interface Wiring {
        /** It breaks off without a farewell. */
        void cut();

        /** It ends with a farewell and connects again. */
        void reconnect();
    }

    Power(Cabinet cabinet, Charging charging, Wiring wiring) {
        this.cabinet = cabinet;
        this.charging = charging;
        this.wiring = wiring;
    }

    boolean accepted() {
        return accepted;
    }

    String firmware() {
        return firmware;
    }

    void installed(String version) {
        firmware = version;
    }

    /** Somebody is there: says that it starts, until it is accepted. */
    void connected() {
        accepted = false;
        life++;
        boot(life);
    }

    void disconnected() {
        accepted = false;
        life++;
    }

    void boot() {
        cabinet.say(cabinet.dialect().boot(cabinet.setting(), "Triggered", firmware));
    }

    private void boot(int ofLife) {
        if (ofLife != life) {
            return;
        }
        cabinet.calls()
                .ask(
                        cabinet.dialect().boot(cabinet.setting(), cause, firmware),
                        outcome -> booted(ofLife, outcome));
    }

    private void booted(int ofLife, Outcome outcome) {
        if (ofLife != life) {
            return;
        }
        ObjectNode answer =
                outcome instanceof Outcome.Answered(ObjectNode payload)
                        ? payload
                        : JsonText.object();
        Duration interval = interval(answer);
        String status = answer.path("status").asString("");
        if (!status.equals("Accepted")) {
            cabinet.tell(
                    "the central system says %s: again in %d s"
                            .formatted(
                                    status.isEmpty() ? "nothing of use" : status,
                                    interval.toSeconds()));
            cabinet.chores().in(interval, () -> boot(ofLife));
            return;
        }
        cabinet.tell("accepted, a heartbeat every %d s".formatted(interval.toSeconds()));
        cabinet.knobs().set(Knob.Meaning.HEARTBEAT_SECONDS, Long.toString(interval.toSeconds()));
        accepted = true;
        cause = "PowerUp";
        charging.reportAll();
        cabinet.dialect().whole(true, cabinet.now()).ifPresent(cabinet::say);
        cabinet.calls().accepted();
        beatLater(ofLife);
    }

    private static Duration interval(ObjectNode answer) {
        int seconds = answer.path("interval").asInt(0);
        return Duration.ofSeconds(seconds <= 0 ? 60 : Math.min(seconds, MOST_SECONDS));
    }

    private void beatLater(int ofLife) {
        int seconds = cabinet.knobs().number(Knob.Meaning.HEARTBEAT_SECONDS);
        Duration pause = seconds == 0 ? Duration.ofMinutes(1) : Duration.ofSeconds(seconds);
        cabinet.chores()
                .in(
                        pause,
                        () -> {
                            if (ofLife == life) {
                                if (seconds > 0) {
                                    cabinet.say(cabinet.dialect().heartbeat());
                                }
                                beatLater(ofLife);
                            }
                        });
    }

    /** The mains fail: nothing is said any more, nothing flows. */
    void fail() {
        cabinet.powered(false);
        cabinet.evses().forEach(evse -> evse.meter().close());
        cabinet.tell("the power fails");
        wiring.cut();
    }

    /** The mains are back: what went on is ended, and it starts. */
    void comesBack() {
        cabinet.powered(true);
        cabinet.tell("the power is back");
        endAll(Reason.POWER_LOSS, Trigger.ABNORMAL);
        cause = "PowerUp";
        wiring.reconnect();
    }

    /** Starts again; what goes on is ended before, or waited for. */
    void restart(Reason reason, String why, boolean idle) {
        boolean busy = cabinet.evses().stream().anyMatch(evse -> evse.charge().isPresent());
        if (idle && busy) {
            if (!wanted) {
                cabinet.tell("it starts again when nothing goes on any more");
            }
            wanted = true;
            cabinet.chores().in(SHORTEST, () -> restart(reason, why, true));
            return;
        }
        wanted = false;
        endAll(reason, Trigger.RESET);
        cause = why;
        depart();
    }

    /** What is still to be said is said before. */
    private void depart() {
        if (cabinet.online() && cabinet.calls().waiting() > 0) {
            cabinet.chores().in(SHORTEST, this::depart);
            return;
        }
        cabinet.tell("it starts again");
        cabinet.evses().forEach(evse -> evse.allow(Optional.empty()));
        wiring.reconnect();
    }

    private void endAll(Reason reason, Trigger trigger) {
        cabinet.evses().stream()
                .filter(evse -> evse.charge().isPresent())
                .forEach(evse -> charging.end(evse, reason, trigger, Optional.empty()));
    }
}
