package network.opencharging.node.config;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the server must let through so that the doors can decide themselves. */
@Configuration(proxyBeanMethods = false)
public class DoorServer {
    /**
     * So many times what the doors let in, the server reads before it hangs up: the doors refuse
     * much earlier, with an envelope.
     */
    private static final int GENEROUS = 4;

    private static final int VERY_GENEROUS = 10;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> letThrough(
            RelayProperties properties) {
        return factory ->
                factory.addConnectorCustomizers(connector -> {
                    connector.setEncodedSolidusHandling(
                            EncodedSolidusHandling.PASS_THROUGH.getValue());
                    connector.setProperty(
                            "maxHttpRequestHeaderSize",
                            Integer.toString(GENEROUS * properties.in().headerBytes()));
                    connector.setProperty(
                            "maxHeaderCount",
                            Integer.toString(VERY_GENEROUS * properties.in().headerCount()));
                    connector.setProperty("maxSwallowSize", "-1");
                });
    }
}
