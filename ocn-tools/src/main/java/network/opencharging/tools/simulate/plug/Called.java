package network.opencharging.tools.simulate.plug;

import network.opencharging.protocol.message.Headers;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.HttpDoor;

import java.io.IOException;
import java.util.List;

/**
 * A plug that is called by HTTP, at this machine.
 *
 * @param port where
 */
public record Called(int port) implements Way {
    private static final int NOT_FOUND = 404;

    @Override
    public Contact connect(String client, Said will, List<String> filters, Ears ears)
            throws IOException {
        HttpDoor door =
                HttpDoor.open(
                        port,
                        request ->
                                ears.called(request.path(), request.query())
                                        .map(Called::json)
                                        .orElseGet(() -> Answer.text(NOT_FOUND, "Not Found")));
        return new Open(door);
    }

    private static Answer json(String body) {
        return Answer.of(200, Headers.NONE.with("Content-Type", "application/json"), body);
    }

    @Override
    public String toString() {
        return "http://127.0.0.1:" + port;
    }

    private record Open(HttpDoor door) implements Contact {
        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public void say(Said said) {
            // It says nothing of its own accord.
        }

        @Override
        public void breakOff() {
            door.close();
        }
    }
}
