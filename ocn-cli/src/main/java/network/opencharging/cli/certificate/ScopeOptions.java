package network.opencharging.cli.certificate;

import network.opencharging.protocol.party.Role;

import picocli.CommandLine.Option;

import java.util.Set;

/** For what. */
final class ScopeOptions {
    @Option(
            names = "--role",
            split = ",",
            paramLabel = "ROLE",
            description = "These roles: ${COMPLETION-CANDIDATES}.")
    private Set<Role> roles = Set.of();

    @Option(names = "--domains", description = "And domains.")
    private boolean domains;

    Set<Role> roles() {
        return roles;
    }

    boolean domains() {
        return domains;
    }

    String words() {
        if (roles.isEmpty()) {
            return domains ? "domains" : "nothing";
        }
        return "roles %s%s"
                .formatted(roles.stream().sorted().toList(), domains ? " and domains" : "");
    }
}
