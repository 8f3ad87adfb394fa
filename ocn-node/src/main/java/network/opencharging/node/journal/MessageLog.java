package network.opencharging.node.journal;

import java.util.List;

/** Port: the log of messages. Writing happens behind the messages' backs. */
public interface MessageLog {
    /** Writes it down some time soon, or drops and counts it. */
    void keep(MessageRecord message);

    /** What was written, the newest first. */
    List<MessageRecord> find(MessageSearch search);

    /** How many were dropped since the start. */
    long dropped();
}
