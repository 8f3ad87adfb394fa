package network.opencharging.node.config;

import network.opencharging.node.access.Access;
import network.opencharging.node.access.AccessStore;
import network.opencharging.node.access.RootKey;
import network.opencharging.node.access.Sessions;
import network.opencharging.node.admin.AdminDesk;
import network.opencharging.node.admin.AdminGate;
import network.opencharging.node.admin.AuditDesk;
import network.opencharging.node.admin.AuditTrail;
import network.opencharging.node.admin.CareDesk;
import network.opencharging.node.admin.ListingDesk;
import network.opencharging.node.admin.OpenApiDesk;
import network.opencharging.node.admin.PeersDesk;
import network.opencharging.node.admin.PeopleDesk;
import network.opencharging.node.admin.RulesDesk;
import network.opencharging.node.admin.SessionCookie;
import network.opencharging.node.admin.SignInDesk;
import network.opencharging.node.audit.AuditLog;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.network.PeerProfiles;
import network.opencharging.node.oidc.SignOn;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.probe.PeerRounds;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.registry.directory.Directory;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The operator's API and its key. */
@Configuration(proxyBeanMethods = false)
class AdminConfig {
    private static final Logger LOG = LoggerFactory.getLogger(AdminConfig.class);

    @Bean
    RootKey rootKey(AdminSettings settings, DataFolder folder, Supplier<CredentialsToken> tokens) {
        if (!settings.key().isBlank()) {
            return new RootKey(settings.key());
        }
        if (!settings.keyFile().isBlank()) {
            return new RootKey(DataFolder.read(Path.of(settings.keyFile())));
        }
        LOG.info("the key to /admin is in {}", folder.secret("admin.key"));
        return new RootKey(folder.secret("admin.key", () -> tokens.get().reveal()));
    }

    @Bean
    Access access(
            RootKey root,
            AccessStore store,
            TokenVault vault,
            SecureRandom random,
            Sessions sessions,
            Clock clock) {
        return new Access(root, store, vault, random, sessions, clock);
    }

    @Bean
    AuditTrail auditTrail(AuditLog log, Clock clock) {
        return new AuditTrail(log, clock);
    }

    @Bean
    SessionCookie sessionCookie(NodeIdentity self) {
        return SessionCookie.of(self);
    }

    @Bean
    FilterRegistrationBean<AdminGate> adminGate(
            Access access, AuditTrail trail, SessionCookie cookie) {
        FilterRegistrationBean<AdminGate> gate =
                new FilterRegistrationBean<>(new AdminGate(access, trail, cookie));
        gate.addUrlPatterns("/admin", "/admin/*");
        gate.setOrder(0);
        return gate;
    }

    @Bean
    SignInDesk signInDesk(
            Access access, AuditTrail trail, SessionCookie cookie, Optional<SignOn> signOn) {
        return new SignInDesk(access, trail, cookie, signOn);
    }

    @Bean
    CareDesk careDesk(
            Platforms platforms,
            Handshakes handshakes,
            NodeIdentity self,
            HandshakeSettings settings,
            Clock clock) {
        return new CareDesk(platforms, handshakes, self, settings.invitationLifetime(), clock);
    }

    @Bean
    OpenApiDesk openApiDesk() {
        return new OpenApiDesk();
    }

    @Bean
    RulesDesk rulesDesk(OcnRules rules, Platforms platforms) {
        return new RulesDesk(rules, platforms);
    }

    @Bean
    PeersDesk peersDesk(
            Directory directory, NodeIdentity self, PeerProfiles profiles, PeerRounds rounds) {
        return new PeersDesk(directory, self.operator(), profiles, rounds::ask);
    }

    @Bean
    ListingDesk listingDesk(Directory directory, Runnable registryReading, Clock clock) {
        return new ListingDesk(directory, registryReading, clock);
    }

    @Bean
    PeopleDesk peopleDesk(Access access) {
        return new PeopleDesk(access.people());
    }

    @Bean
    AuditDesk auditDesk(AuditLog log) {
        return new AuditDesk(log);
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
