package network.opencharging.tools.http;

import java.io.IOException;

/** Sends requests. */
public interface Caller {
    /**
     * Sends one request and reads the answer.
     *
     * @throws IOException when nobody answers
     */
    Answer send(Request request) throws IOException;
}
