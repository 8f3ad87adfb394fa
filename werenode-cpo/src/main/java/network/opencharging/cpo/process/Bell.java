package network.opencharging.cpo.process;

/** Tells all processes at once that it is worth looking. */
@FunctionalInterface
public interface Bell {

    /**
     * Rings.
     *
     * @param word what for
     * @param about whom or what it concerns
     */
    void ring(String word, String about);

    /** One that nobody hears: there is only one process. */
    static Bell silent() {
        return (_, _) -> {};
    }

    /** Who hears it. */
    interface Ears {

        /** It rang, perhaps by this process itself. */
        void rang(String word, String about);

        /** It may have rung while nobody listened. */
        void missed();

        /** Some time went by, about a second; also after each ring. */
        void looked();
    }
}
