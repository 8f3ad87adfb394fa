package network.opencharging.tools.mock.command;

import network.opencharging.tools.exchange.Exchange;
import network.opencharging.tools.mock.script.Stage;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import java.util.Optional;

/** Tells what a mock does: in lines, or from a moment on in a picture. */
final class Telling {
    private final Screen screen;
    private final Narrator narrator;
    private volatile Optional<MockBoard> board = Optional.empty();

    Telling(Screen screen) {
        this.screen = screen;
        this.narrator = new Narrator(screen);
    }

    /** From now on in this picture. */
    void onto(MockBoard picture) {
        board = Optional.of(picture);
    }

    void tell(Exchange exchange) {
        board.ifPresentOrElse(picture -> picture.note(exchange), () -> narrator.tell(exchange));
    }

    void tell(Stage.Result result) {
        switch (result) {
            case Stage.Result.Done(String said) -> did(true, said);
            case Stage.Result.Answered(var reply) -> did(true, reply.summary());
            case Stage.Result.Failed(String why) -> did(false, why);
        }
    }

    private void did(boolean good, String said) {
        String line = Printable.of(said);
        if (board.isPresent()) {
            board.get().did(good, line);
        } else if (good) {
            screen.good(line);
        } else {
            screen.bad(line);
        }
    }
}
