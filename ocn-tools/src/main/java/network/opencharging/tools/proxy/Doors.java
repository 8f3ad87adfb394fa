package network.opencharging.tools.proxy;

import network.opencharging.tools.proxy.pass.Passage;
import network.opencharging.tools.proxy.pass.Rewriting;
import network.opencharging.tools.proxy.pass.Tap;
import network.opencharging.tools.proxy.pass.Target;
import network.opencharging.tools.proxy.pass.Way;
import network.opencharging.tools.terminal.Failure;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the proxy's one or two doors.
 *
 * @param address where they are
 * @param patience how long an answer may take
 * @param clock the time
 */
record Doors(InetAddress address, Duration patience, Clock clock) {

    /**
     * A door that is wanted.
     *
     * @param target where it leads
     * @param port 0 for any free one
     */
    record Plan(Target target, int port) {}

    /** Doors that are open. */
    record Open(Passage there, Optional<Passage> back) implements AutoCloseable {
        @Override
        public void close() {
            there.close();
            back.ifPresent(Passage::close);
        }
    }

    /** Opens them; what is rewritten on either way are the addresses of both. */
    Open open(Plan there, Optional<Plan> back, boolean rewrite, Reporter reporter) {
        Passage forth = door(there, "--listen", reporter.on(Side.THERE));
        Optional<Passage> home = Optional.empty();
        try {
            home = back.map(plan -> door(plan, "--back-listen", reporter.on(Side.BACK)));
        } catch (Failure e) {
            forth.close();
            throw e;
        }
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put(there.target().base(), forth.url().toString());
        if (back.isPresent() && home.isPresent()) {
            addresses.put(back.get().target().base(), home.get().url().toString());
        }
        Rewriting rewriting = rewrite ? new Rewriting(addresses) : Rewriting.NONE;
        begin(forth, there, rewriting, reporter.on(Side.THERE));
        home.ifPresent(
                passage -> begin(passage, back.orElseThrow(), rewriting, reporter.on(Side.BACK)));
        return new Open(forth, home);
    }

    private void begin(Passage passage, Plan plan, Rewriting rewriting, Tap tap) {
        passage.begin(new Way(plan.target(), rewriting, patience, tap, clock));
    }

    private Passage door(Plan plan, String option, Tap tap) {
        try {
            return Passage.open(address, plan.port(), tap);
        } catch (IOException e) {
            throw Failure.environment(
                    "%s: port %d is taken (%s)."
                            .formatted(option, plan.port(), String.valueOf(e.getMessage())));
        }
    }
}
