package network.opencharging.cpo.config;

import network.opencharging.cpo.api.GraphDesk;
import network.opencharging.cpo.api.OpenPlaces;
import network.opencharging.cpo.api.PublicDesk;
import network.opencharging.cpo.api.PublicFilter;
import network.opencharging.cpo.api.Questions;
import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.ops.Changes;
import network.opencharging.cpo.ops.Feed;
import network.opencharging.cpo.people.Attempts;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;
import network.opencharging.cpo.supply.StatusBoard;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** GraphQL for whoever may come in, and what everybody may know at a port of its own. */
@Configuration(proxyBeanMethods = false)
@Import(GraphDesk.class)
class OpenConfig {
    private static final int MOST_WATCHERS = 500;
    private static final int AT_ONCE = 60;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ADDRESSES = 20_000;

    @Bean
    Questions questions(
            Sites sites, Tariffs tariffs, Statuses statuses, SessionStore sessions, CdrBook cdrs) {
        return new Questions(sites, tariffs, statuses, sessions, cdrs);
    }

    @Bean
    PublicPort publicPort(CpoSettings settings) {
        return new PublicPort(settings.publicApi());
    }

    @Bean
    PublicDesk publicDesk(
            Sites sites,
            Tariffs tariffs,
            Statuses statuses,
            StatusBoard board,
            ExecutorService workers,
            Clock clock) {
        Changes open = new Changes(MOST_WATCHERS);
        board.listens(status ->
                open.tell(
                        new Changes.Change(
                                "status", status.evse().toString(), status.evse().location())));
        return new PublicDesk(
                new OpenPlaces(sites, tariffs, statuses), sites, new Feed(open, workers, clock));
    }

    @Bean
    FilterRegistrationBean<PublicFilter> publicFilter(Clock clock) {
        FilterRegistrationBean<PublicFilter> filter =
                new FilterRegistrationBean<>(
                        new PublicFilter(new Attempts(AT_ONCE, PAUSE, ADDRESSES, clock)));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(1);
        return filter;
    }
}
