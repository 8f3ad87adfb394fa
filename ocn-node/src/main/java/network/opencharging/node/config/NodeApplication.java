package network.opencharging.node.config;

import network.opencharging.protocol.key.Curve;
import network.opencharging.protocol.pack.Packer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The node as a process. What it wants of the framework and which settings it has is named here:
 * looking for them among all there could be takes a fifth of a start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    SslAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
@EnableConfigurationProperties({
    AdminSettings.class,
    ChainSettings.class,
    ClientInfoSettings.class,
    ClientSettings.class,
    DatabaseSettings.class,
    DataSettings.class,
    DomainClaimSettings.class,
    HandshakeSettings.class,
    JournalSettings.class,
    KeySettings.class,
    MetricsSettings.class,
    NodeSettings.class,
    OidcSettings.class,
    PaceSettings.class,
    PeerSettings.class,
    RegistrySettings.class,
    RelayProperties.class,
    ServiceSettings.class,
    TracesSettings.class
})
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
    TracesConfig.class,
    PluggedConfigurations.class
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
