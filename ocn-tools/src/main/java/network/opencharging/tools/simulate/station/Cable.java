package network.opencharging.tools.simulate.station;

import network.opencharging.tools.simulate.line.Door;
import network.opencharging.tools.simulate.line.Ears;
import network.opencharging.tools.simulate.line.Line;
import network.opencharging.tools.simulate.ocpp.Frame;
import network.opencharging.tools.simulate.ocpp.FrameText;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A station's way to its central system, which it finds again and again. */
final class Cable implements Power.Wiring {
    private static final int LONGEST_PAUSE = 30;

    private final Cabinet cabinet;
    private final Door door;
    private final Brain brain;
    private @Nullable Power power;
    private @Nullable Hearing hearing;
    private volatile Optional<Line> line = Optional.empty();
    private boolean wanted = true;
    private int attempt;
    private int pause = 1;

    Cable(Cabinet cabinet, Door door, Brain brain) {
        this.cabinet = cabinet;
        this.door = door;
        this.brain = brain;
    }

    /** Who is told of it. */
    void attach(Power newPower, Hearing newHearing) {
        power = newPower;
        hearing = newHearing;
    }

    Optional<Line> line() {
        return line;
    }

    /**
     * The first time, which must succeed.
     *
     * @throws IOException saying why not
     */
    void first() throws IOException {
        int mine = attempt;
        Line open = Line.open(door, new Hears(mine));
        brain.post(() -> opened(open, mine));
    }

    private final class Hears implements Ears {
        private final int mine;

        Hears(int mine) {
            this.mine = mine;
        }

        @Override
        public void heard(String text) {
            brain.post(() -> {
                if (mine == attempt && hearing != null) {
                    hearing.heard(text, Cable.this::say);
                }
            });
        }

        @Override
        public void ended(String why) {
            brain.post(() -> {
                if (mine == attempt) {
                    lost(why);
                    later();
                }
            });
        }
    }

    private void say(Frame frame) {
        line.ifPresent(there -> there.say(FrameText.write(frame)));
    }

    private void opened(Line open, int mine) {
        if (mine != attempt || !wanted || !cabinet.powered()) {
            open.cut();
            return;
        }
        line = Optional.of(open);
        pause = 1;
        cabinet.online(true);
        cabinet.tell("connected to %s with %s".formatted(door, door.subprotocol()));
        cabinet.calls().connected(this::say);
        if (power != null) {
            power.connected();
        }
        open.listen();
    }

    private void lost(String why) {
        attempt++;
        line = Optional.empty();
        if (cabinet.online()) {
            cabinet.online(false);
            cabinet.tell("the connection is gone: " + why);
            cabinet.calls().disconnected();
        }
        if (power != null) {
            power.disconnected();
        }
    }

    /** Tries again, at first soon, then less often. */
    private void later() {
        int mine = attempt;
        brain.postIn(Duration.ofSeconds(pause), () -> connect(mine));
        pause = Math.min(pause * 2, LONGEST_PAUSE);
    }

    private void connect(int expected) {
        if (expected != attempt || !wanted || !cabinet.powered()) {
            return;
        }
        attempt++;
        int mine = attempt;
        // Never in the brain's thread: time goes on while nobody answers.
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        Line open = Line.open(door, new Hears(mine));
                        brain.post(() -> opened(open, mine));
                    } catch (IOException e) {
                        brain.post(() -> {
                            if (mine == attempt) {
                                cabinet.tell(String.valueOf(e.getMessage()));
                                later();
                            }
                        });
                    }
                });
    }

    /** The network is out of reach. */
    void unplug() {
        wanted = false;
        cut();
    }

    /** The network is in reach again. */
    void plug() {
        if (!wanted) {
            wanted = true;
            connect(attempt);
        }
    }

    @Override
    public void cut() {
        line.ifPresent(Line::cut);
        lost("it broke off");
    }

    @Override
    public void reconnect() {
        hangUp();
        lost("it ended it");
        connect(attempt);
    }

    /** Ends it with a farewell. */
    void hangUp() {
        line.ifPresent(Line::hangUp);
    }
}
