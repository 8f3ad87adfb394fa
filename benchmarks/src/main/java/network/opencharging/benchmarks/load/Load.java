package network.opencharging.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Sends requests over so many connections at once, each waiting for its answer. */
public interface Load {

    /**
     * Sends these in turn until the time is over.
     *
     * @param target scheme, host and port
     * @param seconds for how long
     */
    Measured run(URI target, List<Asked> requests, int connections, int seconds)
            throws IOException, InterruptedException;

    /** Its name. */
    String name();

    /** wrk, where it is installed, else the own. */
    static Load best(java.nio.file.Path folder) {
        return Wrk.program().<Load>map(program -> new Wrk(program, folder)).orElseGet(OwnLoad::new);
    }
}
