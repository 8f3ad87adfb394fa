package network.opencharging.node.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The node as a process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ConfigurationPropertiesScan
@Import({
    EdgeConfig.class,
    RegistryConfig.class,
    StoreConfig.class,
    ReplicaConfig.class,
    PeerConfig.class,
    ServiceConfig.class,
    MessageWay.class,
    DeskConfig.class,
    IndexConfig.class,
    ClientInfoConfig.class,
    JournalConfig.class,
    BodiesConfig.class,
    WatchConfig.class,
    PluginConfig.class,
    AdminConfig.class,
    DoorServer.class,
    ServerConfig.class,
    OperateConfig.class,
    MetricsConfig.class,
    TracesConfig.class
})
public class NodeApplication {

    /** Starts the node; see {@code application.yml} for everything that can be set. */
    public static void main(String[] arguments) {
        SpringApplication.run(NodeApplication.class, arguments);
    }
}
