package network.opencharging.node.way;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.slf4j.LoggerFactory;

import java.util.List;

/** What the nodes write into their log, from now on. */
final class LogLines implements AutoCloseable {
    private final Logger log = (Logger) LoggerFactory.getLogger("network.opencharging.node");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    LogLines() {
        lines.start();
        log.addAppender(lines);
    }

    List<ILoggingEvent> all() {
        return List.copyOf(lines.list);
    }

    void forget() {
        lines.list.clear();
    }

    @Override
    public void close() {
        log.detachAppender(lines);
    }
}
