package network.opencharging.node.config;

import network.opencharging.protocol.key.Curve;
import network.opencharging.protocol.pack.Packer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
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
    OidcConfig.class,
    RelocationConfig.class,
    DoorServer.class,
    ServerConfig.class,
    OperateConfig.class,
    MetricsConfig.class,
    TracesConfig.class
})
public class NodeApplication {

    /** Starts the node; see {@code application.yml} for everything that can be set. */
    public static void main(String[] arguments) {
        start(arguments);
    }

    /** Returns when the node answers. */
    static ConfigurableApplicationContext start(String... arguments) {
        Thread.ofPlatform().daemon().name("loading libraries").start(NodeApplication::load);
        return SpringApplication.run(NodeApplication.class, arguments);
    }

    /** Libraries of the system, which take a while and need no setting: beside everything else. */
    private static void load() {
        Curve.fastest();
        Packer.standard();
    }
}
