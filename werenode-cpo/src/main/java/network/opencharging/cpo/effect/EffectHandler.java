package network.opencharging.cpo.effect;

/**
 * A hand. It may be given the same effect again, after a crash or when nobody knows whether it
 * succeeded.
 */
@FunctionalInterface
public interface EffectHandler {

    /** Carries it out; may wait. */
    Result carryOut(Effect effect, int attempt);

    /** What came of it. */
    sealed interface Result {
        /** It is done, or nothing is left to do. */
        record Done() implements Result {}

        /**
         * Not yet; it is tried again.
         *
         * @param why a sentence
         */
        record Later(String why) implements Result {}

        /**
         * It never will.
         *
         * @param why a sentence
         */
        record Never(String why) implements Result {}
    }
}
