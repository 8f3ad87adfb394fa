package network.opencharging.tools.simulate.command;

import network.opencharging.tools.terminal.Failure;
import network.opencharging.tools.terminal.Printable;
import network.opencharging.tools.terminal.Screen;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Whom a device tells what happens: lines, or a picture once there is one. */
final class Telling {
    private static final BigDecimal FASTEST = BigDecimal.valueOf(3600);

    private final Screen screen;
    private final AtomicReference<Optional<Consumer<String>>> picture =
            new AtomicReference<>(Optional.empty());

    Telling(Screen screen) {
        this.screen = screen;
    }

    void to(Consumer<String> other) {
        picture.set(Optional.of(other));
    }

    void tell(String sentence) {
        String safe = Printable.of(sentence);
        picture.get().ifPresentOrElse(view -> view.accept(safe), () -> screen.say(safe));
    }

    void complain(String sentence) {
        String safe = Printable.of(sentence);
        picture.get().ifPresentOrElse(view -> view.accept("!! " + safe), () -> screen.bad(safe));
    }

    /** How fast its time runs: as the option says, or the script. */
    static BigDecimal speed(@Nullable BigDecimal option, Optional<BigDecimal> script) {
        BigDecimal factor = Optional.ofNullable(option).or(() -> script).orElse(BigDecimal.ONE);
        if (factor.signum() <= 0 || factor.compareTo(FASTEST) > 0) {
            throw Failure.usage("--speed must be above 0 and at most 3600.");
        }
        return factor;
    }
}
