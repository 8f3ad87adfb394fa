package network.opencharging.node.config;

import network.opencharging.node.desk.DomainClaimDesk;
import network.opencharging.node.handshake.NodeIdentity;
import network.opencharging.node.index.IndexDesk;
import network.opencharging.node.index.Subgraph;
import network.opencharging.registry.directory.Directory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry for nodes of the second generation, and this node's own claim. */
@Configuration(proxyBeanMethods = false)
class IndexConfig {
    @Bean
    IndexDesk indexDesk(Directory directory) {
        return new IndexDesk(new Subgraph(directory));
    }

    @Bean
    DomainClaimDesk domainClaimDesk(DomainClaimSettings settings, NodeIdentity self) {
        return new DomainClaimDesk(settings.claim(self.operator()));
    }
}
