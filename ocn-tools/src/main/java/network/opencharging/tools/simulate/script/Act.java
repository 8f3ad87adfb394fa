package network.opencharging.tools.simulate.script;

import java.io.IOException;

/**
 * Something that happens to a device.
 *
 * @param <S> what it happens to
 */
@FunctionalInterface
public interface Act<S> {
    /**
     * Does it.
     *
     * @throws IllegalArgumentException when it cannot be done, saying why
     * @throws IOException when nobody is there to whom it could be done
     */
    Result on(S subject) throws IOException, InterruptedException;

    /** What became of it. */
    sealed interface Result {
        /** It is done. */
        record Done() implements Result {}

        /** It was waited for in vain. */
        record Failed(String why) implements Result {}

        /** It was the last. */
        record Quit() implements Result {}
    }

    /** Something that is simply done. */
    @FunctionalInterface
    interface Deed<S> {
        /** Does it. */
        void on(S subject) throws IOException, InterruptedException;
    }

    /** Something that is simply done. */
    static <S> Act<S> of(Deed<S> deed) {
        return subject -> {
            deed.on(subject);
            return new Result.Done();
        };
    }
}
