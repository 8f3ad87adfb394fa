package network.opencharging.tools.mock.script;

import network.opencharging.protocol.json.Json;
import network.opencharging.tools.expect.Variables;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Something that a mock does, by a script, by a step of a scenario, or because it is poked. */
public sealed interface Deed {

    /** The same with values in place of variables. */
    Deed with(Variables variables);

    /**
     * Sends a request as the mock's party.
     *
     * @param method of HTTP
     * @param module the module
     * @param side SENDER or RECEIVER; empty: the side that the method usually goes to
     * @param path after the module, with a slash at its beginning, or empty
     * @param to a party, or the name of one; empty: the only one that is connected
     * @param body what it carries
     */
    record Send(
            String method,
            String module,
            Optional<String> side,
            String path,
            Optional<String> to,
            Optional<Json> body)
            implements Deed {
        @Override
        public Send with(Variables variables) {
            return new Send(
                    method,
                    module,
                    side,
                    variables.in(path),
                    to.map(variables::in),
                    body.map(variables::in));
        }
    }

    /** Sets the status of an EVSE of a CPO, and tells it. */
    record Status(String location, String evse, String status, Optional<String> to)
            implements Deed {
        @Override
        public Status with(Variables variables) {
            return new Status(
                    variables.in(location),
                    variables.in(evse),
                    variables.in(status),
                    to.map(variables::in));
        }
    }

    /**
     * Somebody begins to charge at the plug of a CPO.
     *
     * @param token uid of one that an eMSP has told
     */
    record Start(String location, Optional<String> evse, String token) implements Deed {
        @Override
        public Start with(Variables variables) {
            return new Start(variables.in(location), evse.map(variables::in), variables.in(token));
        }
    }

    /** Energy flows in a running session of a CPO, and is told. */
    record Charge(String session, BigDecimal kwh) implements Deed {
        @Override
        public Charge with(Variables variables) {
            return new Charge(variables.in(session), kwh);
        }
    }

    /** A running session of a CPO ends at the plug; its CDR follows. */
    record Stop(String session) implements Deed {
        @Override
        public Stop with(Variables variables) {
            return new Stop(variables.in(session));
        }
    }

    /**
     * A fault that is wanted.
     *
     * @param name as {@code mock faults} lists it
     * @param module only in requests of this module
     * @param method only in requests with this method
     * @param skip how many are spared first
     * @param times how many are hit then
     * @param by how late or how far off, where the fault has a measure
     */
    record Wanted(
            String name,
            Optional<String> module,
            Optional<String> method,
            int skip,
            int times,
            Optional<Duration> by) {}

    /** Switches faults on and off. */
    record Faults(List<Wanted> on, List<String> off) implements Deed {
        /** Copies. */
        public Faults {
            on = List.copyOf(on);
            off = List.copyOf(off);
        }

        @Override
        public Faults with(Variables variables) {
            return this;
        }
    }
}
