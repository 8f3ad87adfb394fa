package network.opencharging.bridge.journal;

import java.util.List;

/**
 * Is told of every message and its answer. It is called in the thread of the message: it must
 * neither wait nor throw.
 */
public interface Journal {

    /** A message has passed, with its answer, or with the reason why there is none. */
    void note(Passage passage);

    /** Nobody watches. */
    static Journal none() {
        return passage -> {};
    }

    /** All of them are told. */
    static Journal of(List<Journal> all) {
        List<Journal> copy = List.copyOf(all);
        return passage -> copy.forEach(journal -> journal.note(passage));
    }
}
