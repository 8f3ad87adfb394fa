package network.opencharging.node.journal;

import java.util.List;
import java.util.Optional;

/** Port: the log of messages. Writing happens behind the messages' backs. */
public interface MessageLog {
    /** Writes it down some time soon, or drops and counts it. */
    void keep(MessageRecord message);

    /** What was written, the newest first. */
    List<MessageRecord> find(MessageSearch search);

    /** One of them, when it is still there. */
    Optional<MessageRecord> byId(String id);

    /** How many were dropped since the start. */
    long dropped();

    /** Keeps nothing. */
    static MessageLog none() {
        return new MessageLog() {
            @Override
            public void keep(MessageRecord message) {}

            @Override
            public List<MessageRecord> find(MessageSearch search) {
                return List.of();
            }

            @Override
            public Optional<MessageRecord> byId(String id) {
                return Optional.empty();
            }

            @Override
            public long dropped() {
                return 0;
            }
        };
    }
}
