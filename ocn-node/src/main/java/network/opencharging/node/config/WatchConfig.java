package network.opencharging.node.config;

import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.journal.BodyLog;
import network.opencharging.node.journal.LiveFeed;
import network.opencharging.node.journal.MessageLog;
import network.opencharging.node.network.Network;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.watch.LiveDesk;
import network.opencharging.node.watch.OverviewDesk;
import network.opencharging.node.watch.PageDesk;
import network.opencharging.node.watch.PartiesDesk;
import network.opencharging.registry.directory.Directory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** The node's web page. */
@Configuration(proxyBeanMethods = false)
class WatchConfig {
    @Bean
    PageDesk pageDesk() {
        return new PageDesk();
    }

    @Bean
    LiveDesk liveDesk(LiveFeed feed) {
        return new LiveDesk(feed);
    }

    @Bean
    PartiesDesk partiesDesk(ClientBook clients, Platforms platforms, Directory directory) {
        return new PartiesDesk(clients, platforms, directory);
    }

    @Bean
    OverviewDesk overviewDesk(
            NodeIdentity self,
            Platforms platforms,
            Directory directory,
            Network network,
            OverviewDesk.Logs logs,
            Clock clock) {
        return new OverviewDesk(self, platforms, directory, network, logs, clock);
    }

    @Bean
    OverviewDesk.Logs overviewLogs(
            MessageLog messages, BodyLog bodies, LiveFeed live, JournalSettings settings) {
        return new OverviewDesk.Logs(messages, bodies, live, settings.bodies().on());
    }

    /** Who watches is sent away before the server waits for the last requests to end. */
    @Bean
    SmartLifecycle endOfLiveFeed(LiveFeed feed) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                feed.close();
            }

            @Override
            public boolean isRunning() {
                return running;
            }

            @Override
            public int getPhase() {
                return Integer.MAX_VALUE;
            }
        };
    }
}
