package network.opencharging.node.config;

import network.opencharging.node.admin.AdminDesk;
import network.opencharging.node.admin.AdminGate;
import network.opencharging.node.admin.AdminKey;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.platform.Platforms;
import network.opencharging.protocol.message.CredentialsToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.util.function.Supplier;

/** The operator's API and its key. */
@Configuration(proxyBeanMethods = false)
class AdminConfig {
    private static final Logger LOG = LoggerFactory.getLogger(AdminConfig.class);

    @Bean
    AdminKey adminKey(
            AdminSettings settings, DataFolder folder, Supplier<CredentialsToken> tokens) {
        if (!settings.key().isBlank()) {
            return new AdminKey(settings.key());
        }
        if (!settings.keyFile().isBlank()) {
            return new AdminKey(DataFolder.read(Path.of(settings.keyFile())));
        }
        LOG.info("the key to /admin is in {}", folder.secret("admin.key"));
        return new AdminKey(folder.secret("admin.key", () -> tokens.get().reveal()));
    }

    @Bean
    FilterRegistrationBean<AdminGate> adminGate(AdminKey key) {
        FilterRegistrationBean<AdminGate> gate = new FilterRegistrationBean<>(new AdminGate(key));
        gate.addUrlPatterns("/admin", "/admin/*");
        gate.setOrder(0);
        return gate;
    }

    @Bean
    AdminDesk adminDesk(
            Platforms platforms,
            Handshakes handshakes,
            NodeIdentity self,
            HandshakeSettings settings) {
        return new AdminDesk(platforms, handshakes, self, settings.invitationLifetime());
    }
}
