package network.opencharging.tools.conformance.suite;

import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.tools.manner.Paragraph;
import network.opencharging.tools.wire.Heard;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * One thing that OCPI demands and that can be tried.
 *
 * @param id by which people speak of it
 * @param title what is demanded, in a line
 * @param paragraph where OCPI demands it
 * @param trial tries it
 */
public record Case(String id, String title, Paragraph paragraph, Trial trial) {

    /** Tries something. */
    public interface Trial {
        /**
         * Does it.
         *
         * @throws IOException when the system does not answer, or is cut off in mid-answer
         */
        Verdict run(Bench bench) throws IOException;
    }

    /** Tries something at an interface that the system offers. */
    public interface TrialAt {
        /**
         * Does it.
         *
         * @param url of the interface
         * @throws IOException when the system does not answer
         */
        Verdict run(Bench bench, URI url) throws IOException;
    }

    /** Tries something with an answer. */
    public interface Look {
        /**
         * Does it.
         *
         * @throws IOException when the system does not answer
         */
        Verdict at(Heard heard) throws IOException;
    }

    /** A case at an interface; skipped where the system does not offer it. */
    static Case at(Rule rule, ModuleId module, InterfaceRole role, TrialAt trial) {
        return new Case(
                rule.id(),
                rule.title(),
                rule.paragraph(),
                bench -> {
                    Optional<URI> url = bench.directory().endpoints().find(module, role);
                    return url.isPresent()
                            ? trial.run(bench, url.get())
                            : Verdict.skipped("it offers no %s %s".formatted(module, role));
                });
    }

    /**
     * What a case stands for.
     *
     * @param id by which people speak of it
     * @param title what is demanded, in a line
     * @param paragraph where OCPI demands it
     */
    record Rule(String id, String title, Paragraph paragraph) {}

    /** Tries it; whatever goes wrong is the system's fault and said. */
    public Verdict run(Bench bench) {
        try {
            return trial.run(bench);
        } catch (IOException e) {
            return new Verdict.Failed("no usable answer: " + e.getMessage());
        }
    }
}
