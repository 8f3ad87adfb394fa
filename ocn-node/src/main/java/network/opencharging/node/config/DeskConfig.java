package network.opencharging.node.config;

import network.opencharging.node.adapt.Adapters;
import network.opencharging.node.client.HttpCaller;
import network.opencharging.node.desk.ClientRoles;
import network.opencharging.node.desk.CredentialsDesk;
import network.opencharging.node.desk.ErrorDesk;
import network.opencharging.node.desk.FrontDesk;
import network.opencharging.node.desk.OcnRulesDesk;
import network.opencharging.node.desk.RegistryDesk;
import network.opencharging.node.desk.VersionsDesk;
import network.opencharging.node.handshake.AdapterForm;
import network.opencharging.node.handshake.ClientRolesForm;
import network.opencharging.node.handshake.HandshakeForm;
import network.opencharging.node.handshake.HandshakeForms;
import network.opencharging.node.handshake.Handshakes;
import network.opencharging.node.handshake.HubRoleForm;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Versions;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.route.RouteTable;
import network.opencharging.registry.directory.Directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the node answers itself. */
@Configuration(proxyBeanMethods = false)
class DeskConfig {
    private static final int TOKEN_BYTES = 32;

    /** Tokens of 256 bits in 43 characters that need no escape anywhere. */
    @Bean
    Supplier<CredentialsToken> tokens(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return CredentialsToken.of(text).orElseThrow();
        };
    }

    @Bean
    Handshakes.Needs handshakeNeeds(
            Platforms platforms,
            TokenVault vault,
            Directory directory,
            HttpCaller http,
            Supplier<CredentialsToken> tokens,
            Supplier<String> ids) {
        return new Handshakes.Needs(platforms, vault, directory, http, tokens, ids);
    }

    @Bean
    Handshakes handshakes(
            Handshakes.Needs needs,
            NodeIdentity self,
            HandshakeForms forms,
            HandshakeSettings settings,
            Clock clock) {
        return Handshakes.of(needs, self, forms, settings.deadline(), clock);
    }

    @Bean
    FrontDesk frontDesk(Platforms platforms, TokenVault vault, Supplier<String> ids, Clock clock) {
        return new FrontDesk(platforms, vault, ids, clock);
    }

    /** Each version that is spoken, as a registration in it is written. */
    @Bean
    HandshakeForms handshakeForms(
            Versions versions,
            NodeIdentity self,
            RouteTable routes,
            ClientRoles clients,
            Adapters adapters,
            Directory directory) {
        Stream<HandshakeForm> adapted =
                adapters.all().stream().map(adapter -> new AdapterForm(adapter, self, directory));
        Stream<HandshakeForm> own =
                versions.spoken().stream()
                        .map(version ->
                                version.equals(OcpiVersion.V2_3_0)
                                        ? new ClientRolesForm(self, routes, clients::visibleTo)
                                        : new HubRoleForm(version, self, routes));
        return new HandshakeForms(Stream.concat(own, adapted).toList());
    }

    @Bean
    VersionsDesk versionsDesk(FrontDesk desk, NodeIdentity self, HandshakeForms forms) {
        return new VersionsDesk(desk, self, forms);
    }

    @Bean
    CredentialsDesk credentialsDesk(FrontDesk desk, HandshakeForms forms, Handshakes handshakes) {
        return new CredentialsDesk(desk, forms, handshakes.registration());
    }

    @Bean
    RegistryDesk registryDesk(NodeIdentity self, Directory directory) {
        return new RegistryDesk(self, directory);
    }

    @Bean
    OcnRulesDesk ocnRulesDesk(FrontDesk desk, OcnRules rules) {
        return new OcnRulesDesk(desk, rules);
    }

    @Bean
    ErrorDesk errorDesk(FrontDesk desk) {
        return new ErrorDesk(desk);
    }
}
