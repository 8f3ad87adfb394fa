package network.opencharging.node.config;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server must let through so that the doors can decide themselves. */
@Configuration(proxyBeanMethods = false)
public class DoorServer {
    /** Beyond this the server hangs up; the doors refuse much earlier, with an envelope. */
    private static final int HEADER_BYTES = 256 * 1024;

    private static final int HEADER_COUNT = 1000;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> letThrough() {
        return factory ->
                factory.addConnectorCustomizers(connector -> {
                    connector.setEncodedSolidusHandling(
                            EncodedSolidusHandling.PASS_THROUGH.getValue());
                    connector.setProperty(
                            "maxHttpRequestHeaderSize", Integer.toString(HEADER_BYTES));
                    connector.setProperty("maxHeaderCount", Integer.toString(HEADER_COUNT));
                    connector.setProperty("maxSwallowSize", "-1");
                });
    }
}
