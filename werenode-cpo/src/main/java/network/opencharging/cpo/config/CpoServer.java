package network.opencharging.cpo.config;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

import java.util.Map;

/** The charge point operator's backend as a process. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    StoreConfig.class,
    OcppConfig.class,
    HoldingConfig.class,
    WebConfig.class,
    ApiConfig.class,
    PlugConfig.class,
    SessionConfig.class,
    HandsConfig.class,
    ProcessConfig.class,
    OpsConfig.class,
    PeopleConfig.class,
    OidcConfig.class,
    OpenConfig.class,
    RoamingConfig.class
})
@EnableConfigurationProperties(CpoSettings.class)
public class CpoServer {

    /** Starts it; see {@code cpo.yml} for everything that can be set. */
    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** Its settings have a name of their own. */
    static SpringApplication application() {
        SpringApplication application = new SpringApplication(CpoServer.class);
        application.setDefaultProperties(Map.of("spring.config.name", "cpo"));
        return application;
    }
}
