package network.opencharging.node.config;

import network.opencharging.node.access.Access;
import network.opencharging.node.access.Sessions;
import network.opencharging.node.admin.AuditTrail;
import network.opencharging.node.admin.OidcDesk;
import network.opencharging.node.admin.SessionCookie;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.oidc.IdTokens;
import network.opencharging.node.oidc.Provider;
import network.opencharging.node.oidc.SignOn;
import network.opencharging.node.oidc.Trust;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** A provider of identities for the pages of administrators, where one is named. */
@Configuration(proxyBeanMethods = false)
class OidcConfig {
    @Bean
    Sessions sessions(AdminSettings settings, OidcSettings provider) {
        return new Sessions(settings.session(), provider.isOn());
    }

    /** Nothing is asked at the start: a provider that is down stops no node. */
    @Bean
    @ConditionalOnExpression("!'${ocn.admin.oidc.issuer:}'.isBlank()")
    SignOn signOn(
            OidcSettings settings,
            NodeIdentity self,
            HttpCaller http,
            SecureRandom random,
            Clock clock) {
        Trust trust = settings.trust(URI.create(self.url() + OidcDesk.BACK));
        Provider provider = new Provider(http, settings.issuer(), clock);
        return new SignOn(trust, provider, new IdTokens(trust, provider, clock), random);
    }

    @Bean
    OidcDesk oidcDesk(
            Optional<SignOn> signOn, Access access, AuditTrail trail, SessionCookie cookie) {
        return new OidcDesk(signOn, access, trail, cookie);
    }
}
