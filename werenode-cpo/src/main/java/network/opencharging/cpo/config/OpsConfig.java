package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.PreviewDesk;
import network.opencharging.cpo.ops.Changes;
import network.opencharging.cpo.ops.Feed;
import network.opencharging.cpo.ops.LiveDesk;
import network.opencharging.cpo.ops.PageDesk;
import network.opencharging.cpo.session.EvseManager;
import network.opencharging.cpo.supply.StatusBoard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.util.concurrent.ExecutorService;

/** The operator's page, and what tells it of changes. */
@Configuration(proxyBeanMethods = false)
@Import({PageDesk.class, PreviewDesk.class})
class OpsConfig {
    /** Each keeps a thread and a connection. */
    private static final int MOST_WATCHERS = 50;

    @Bean
    Changes changes(EvseManager manager, StatusBoard board) {
        Changes changes = new Changes(MOST_WATCHERS);
        manager.listens(session ->
                changes.tell(
                        new Changes.Change(
                                "session",
                                session.id().value(),
                                session.opening().place().location().id())));
        board.listens(status ->
                changes.tell(
                        new Changes.Change(
                                "status", status.evse().toString(), status.evse().location())));
        return changes;
    }

    @Bean
    LiveDesk liveDesk(Changes changes, ExecutorService workers, Clock clock) {
        return new LiveDesk(new Feed(changes, workers, clock));
    }
}
