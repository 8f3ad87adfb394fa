package network.opencharging.node.config;

import network.opencharging.node.desk.BodyLimit;
import network.opencharging.node.desk.BrokenEscapes;
import network.opencharging.node.desk.WireErrors;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import java.time.Clock;

/** The HTTP server: limits, and errors before any handler. */
@Configuration(proxyBeanMethods = false)
class ServerConfig {
    /** A credentials object with a thousand roles has a third of this. */
    private static final DataSize SMALL = DataSize.ofMegabytes(1);

    /** Everything the node reads itself; what it passes on has limits of its own at the doors. */
    private static final String[] DESK = {
        "/ocpi/2.2/credentials",
        "/ocpi/2.2.1/credentials",
        "/ocpi/2.3.0/credentials",
        "/ocpi/receiver/2.2/ocnrules/*",
        "/ocpi/receiver/2.2.1/ocnrules/*",
        "/ocpi/receiver/2.3.0/ocnrules/*",
        "/ocpi/2.2/receiver/ocnrules/*",
        "/ocpi/2.2.1/receiver/ocnrules/*",
        "/ocpi/2.3.0/receiver/ocnrules/*",
        "/ocn/client-info",
        "/ocn/registry/graphql",
        "/ocn/message/ocn/client-info",
        "/admin/*"
    };

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> jsonErrors() {
        return factory -> {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent())
                            .setErrorReportValveClass(WireErrors.class.getName()));
        };
    }

    @Bean
    FilterRegistrationBean<BrokenEscapes> brokenEscapes(Clock clock) {
        FilterRegistrationBean<BrokenEscapes> filter =
                new FilterRegistrationBean<>(new BrokenEscapes(clock));
        filter.setOrder(0);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        FilterRegistrationBean<BodyLimit> limit =
                new FilterRegistrationBean<>(new BodyLimit(SMALL.toBytes()));
        limit.addUrlPatterns(DESK);
        limit.setOrder(1);
        return limit;
    }
}
