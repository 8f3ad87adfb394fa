package network.opencharging.node.store;

import network.opencharging.node.replica.ChangeBook;
import network.opencharging.node.replica.Topic;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the writes of each topic. The row of a topic is held until the transaction that counts
 * ends: two writers of one topic wait for each other, so that numbers become visible in order.
 */
public final class ChangeNumbers implements ChangeBook {
    /** The channel on which PostgreSQL tells other processes that something was written. */
    static final String CHANNEL = "ocn_change";

    private final JdbcClient jdbc;
    private final boolean shared;

    /**
     * Counts in this database.
     *
     * @param shared whether it is a PostgreSQL on which other processes may listen
     */
    public ChangeNumbers(JdbcClient jdbc, boolean shared) {
        this.jdbc = jdbc;
        this.shared = shared;
    }

    /** The number of a write that is about to be made in the transaction of the caller. */
    long next(Topic topic) {
        jdbc.sql("update change_count set number = number + 1 where topic = ?")
                .param(topic.name())
                .update();
        if (shared) {
            // Is told when the transaction commits, and not if it does not.
            jdbc.sql("select pg_notify(?, ?)")
                    .param(CHANNEL)
                    .param(topic.name())
                    .query((rs, _) -> true)
                    .list();
        }
        return number(topic);
    }

    long number(Topic topic) {
        return jdbc.sql("select number from change_count where topic = ?")
                .param(topic.name())
                .query(Long.class)
                .single();
    }

    @Override
    public Map<Topic, Long> numbers() {
        Map<Topic, Long> numbers = new EnumMap<>(Topic.class);
        jdbc.sql("select topic, number from change_count")
                .query(rs -> {
                    long number = rs.getLong("number");
                    topic(rs.getString("topic")).ifPresent(topic -> numbers.put(topic, number));
                });
        return numbers;
    }

    /** Empty when it is one that only a later release of the node knows. */
    private static Optional<Topic> topic(String name) {
        return Arrays.stream(Topic.values()).filter(topic -> topic.name().equals(name)).findFirst();
    }
}
