package network.opencharging.cli.up.story;

import java.io.IOException;

/** The CPO's own books. */
public interface Books {
    /**
     * What a CDR of the CPO says.
     *
     * @throws IOException when there is none of that id
     */
    Bill bill(String cdr) throws IOException;
}
