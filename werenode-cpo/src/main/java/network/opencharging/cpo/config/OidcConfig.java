package network.opencharging.cpo.config;

import network.opencharging.cpo.oidc.Provider;
import network.opencharging.cpo.oidc.SignOn;
import network.opencharging.cpo.oidc.Trust;
import network.opencharging.cpo.ops.SignOnDesk;
import network.opencharging.cpo.people.Role;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A provider of identities, where the settings name one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${ocn.cpo.admin.oidc.issuer:}'.isBlank()")
@Import(SignOnDesk.class)
class OidcConfig {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    HttpClient identitiesClient() {
        return HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    SignOn signOn(HttpClient identitiesClient, CpoSettings settings, Clock clock) {
        CpoSettings.Admin.Oidc oidc = settings.admin().oidc();
        Trust trust =
                new Trust(
                        oidc.issuer(),
                        new Trust.Client(oidc.clientId(), secret(oidc.clientSecretFile())),
                        URI.create(oidc.url() + "/admin/login/oidc/return"),
                        new Trust.Claims(oidc.nameClaim(), oidc.groupClaim(), oidc.tenantClaim()),
                        roles(oidc));
        return new SignOn(
                trust, new Provider(identitiesClient, trust, clock), clock, new SecureRandom());
    }

    private static Map<String, Role> roles(CpoSettings.Admin.Oidc oidc) {
        Map<String, Role> roles = new HashMap<>();
        roles.put(oidc.viewers(), Role.VIEWER);
        roles.put(oidc.operators(), Role.OPERATOR);
        roles.put(oidc.admins(), Role.ADMIN);
        roles.remove("");
        if (roles.isEmpty()) {
            throw new StartRefused(
                    "ocn.cpo.admin.oidc names a provider and no group: nobody could enter. Set"
                            + " .viewers, .operators or .admins.",
                    new IllegalStateException("no group"));
        }
        return Map.copyOf(roles);
    }

    private static String secret(String file) {
        if (file.isBlank()) {
            return "";
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "ocn.cpo.admin.oidc.client-secret-file cannot be read: " + file, e);
        }
    }
}
