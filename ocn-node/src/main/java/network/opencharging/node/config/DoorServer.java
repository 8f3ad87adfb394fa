package network.opencharging.node.config;

import network.opencharging.node.door.Doors;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The server: the entrance at the public port, and behind it the framework's own. */
@Configuration(proxyBeanMethods = false)
public class DoorServer {
    @Bean
    TomcatServletWebServerFactory server(
            ObjectProvider<Doors> doors,
            ObjectProvider<RequestMappingHandlerMapping> desks,
            RelayProperties properties) {
        FrontedServerFactory factory =
                new FrontedServerFactory(
                        doors::getObject,
                        () -> DeskModules.of(desks.getObject()),
                        properties.in().entrance());
        factory.addEngineValves(visitors());
        return factory;
    }

    /** Behind the entrance everybody comes from this machine; the entrance says who it is. */
    private static RemoteIpValve visitors() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies("127\\.0\\.0\\.1|0:0:0:0:0:0:0:1|::1");
        valve.setRemoteIpHeader(network.opencharging.node.door.Backstage.VISITOR);
        valve.setProtocolHeader("");
        return valve;
    }
}
