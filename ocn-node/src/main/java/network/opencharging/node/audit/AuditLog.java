package network.opencharging.node.audit;

import java.util.List;

/** Port: where deeds are written down. Written before a deed is done, so that none is missing. */
public interface AuditLog {
    /**
     * A deed begins.
     *
     * @return under which number its outcome is to be added
     */
    long begin(Deed deed);

    /** How it ended. */
    void end(long number, Deed.Outcome outcome);

    /** The newest deeds that are looked for. */
    List<Deed> find(DeedSearch search);
}
