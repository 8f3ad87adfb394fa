package network.opencharging.cpo.config;

import network.opencharging.cpo.admin.PreviewDesk;
import network.opencharging.cpo.ops.Changes;
import network.opencharging.cpo.ops.LiveDesk;
import network.opencharging.cpo.ops.PageDesk;
import network.opencharging.cpo.ops.Tickets;
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
    @Bean
    Tickets tickets(DataFolder folder, Clock clock) {
        return new Tickets(folder.secret("admin.key"), clock);
    }

    @Bean
    Changes changes(EvseManager manager, StatusBoard board) {
        Changes changes = new Changes();
        manager.listens(
                session -> changes.tell(new Changes.Change("session", session.id().value())));
        board.listens(
                status -> changes.tell(new Changes.Change("status", status.evse().toString())));
        return changes;
    }

    @Bean
    LiveDesk liveDesk(Changes changes, ExecutorService workers) {
        return new LiveDesk(changes, workers);
    }
}
