package network.opencharging.tools.simulate.plug;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a plug is reached: it connects to a broker, or it is called. */
public interface Way {
    /**
     * Can be reached from now on.
     *
     * @param client its name
     * @param will what others are told when it is gone without a farewell
     * @param filters what it wants to hear
     * @throws IOException saying why not
     */
    Contact connect(String client, Said will, List<String> filters, Ears ears) throws IOException;

    /** What a plug does with what it hears. */
    interface Ears {
        /** Something was said to it. */
        void heard(Said said);

        /** It was called by HTTP; what it answers, where it knows the path. */
        Optional<String> called(String path, Map<String, String> query);
    }

    /** How it is reached now. */
    interface Contact {
        /** Whether it still is. */
        boolean isThere();

        /**
         * Says something, at most once, as plugs do.
         *
         * @throws IOException when it cannot
         */
        void say(Said said) throws IOException;

        /** As when the radio is out of reach: others find out by themselves. */
        void breakOff();
    }
}
