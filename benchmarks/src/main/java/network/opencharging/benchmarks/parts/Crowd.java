package network.opencharging.benchmarks.parts;

import network.opencharging.node.platform.BusinessDetails;
import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Connection;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.InboundTokens;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.OutboundToken;
import network.opencharging.node.platform.PartyRole;
import network.opencharging.node.platform.Platform;
import network.opencharging.node.platform.PlatformId;
import network.opencharging.node.platform.PlatformStore;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.Revision;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.platform.Written;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.node.rules.PartyRules;
import network.opencharging.node.rules.RuleEntry;
import network.opencharging.node.rules.RuleStore;
import network.opencharging.protocol.message.CredentialsToken;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * So many parties, each at a platform of its own; the first one lets only those through to it that
 * it names, and names everybody.
 *
 * @param size how many
 * @param vault that hashes their tokens
 */
record Crowd(int size, TokenVault vault) {
    private static final Set<ModuleId> MODULES =
            Set.of(new ModuleId("locations"), new ModuleId("sessions"), new ModuleId("cdrs"));

    Crowd(int size) {
        this(size, new TokenVault(new byte[32], new SecureRandom()));
    }

    String token(int number) {
        return "5e0c9d2b-0000-4000-8000-%012d".formatted(number);
    }

    Platforms platforms() {
        Platforms platforms = new Platforms(new Kept(all()), Clock.systemUTC());
        platforms.refresh();
        return platforms;
    }

    private List<Platform> all() {
        return IntStream.range(0, size).<Platform>mapToObj(this::platform).toList();
    }

    private ConnectedPlatform platform(int number) {
        BusinessDetails business = new BusinessDetails("x", Optional.empty());
        return new ConnectedPlatform(
                new PlatformId("p" + number),
                Revision.fresh(Instant.EPOCH),
                ConnectionStatus.CONNECTED,
                List.of(new PartyRole(Samples.party(number), Role.CPO, business)),
                InboundTokens.of(vault.hash(token(number))),
                new Connection(
                        URI.create("https://p%d.example/versions".formatted(number)),
                        OcpiVersion.V2_2_1,
                        List.of(),
                        new OutboundToken(
                                CredentialsToken.of("t" + number).orElseThrow(),
                                CredentialsToken.Encoding.BASE64)));
    }

    OcnRules rules(Platforms platforms) {
        List<RuleEntry> everybody =
                IntStream.range(0, size)
                        .mapToObj(number -> new RuleEntry(Samples.party(number), MODULES))
                        .toList();
        OcnRules rules =
                new OcnRules(
                        platforms,
                        new Fixed(new PartyRules(false, PartyRules.Kind.ONLY, everybody)));
        rules.refresh();
        return rules;
    }

    Snapshot directory() {
        Operator operator =
                new Operator(Samples.key(0).address(), URI.create("https://node.example"));
        List<Party> listed =
                IntStream.range(0, size)
                        .mapToObj(number -> {
                            PartyId id = Samples.party(number);
                            return new Party(
                                    id,
                                    operator.address(),
                                    Set.of(Role.CPO),
                                    Modules.UNDECLARED,
                                    operator.address(),
                                    true);
                        })
                        .toList();
        return Snapshot.of(List.of(operator), listed);
    }

    /** Platforms that nobody changes. */
    private record Kept(List<Platform> platforms) implements PlatformStore {
        @Override
        public Later later(long than) {
            return new Later(platforms, Set.of(), 0);
        }

        @Override
        public long newest() {
            return 0;
        }

        @Override
        public Written save(Platform platform) {
            return new Written.Stored(platform);
        }

        @Override
        public Written remove(Platform platform) {
            return new Written.Stored(platform);
        }
    }

    /** Rules of the first platform that nobody changes. */
    private record Fixed(PartyRules rules) implements RuleStore {
        @Override
        public Map<PlatformId, PartyRules> load() {
            return Map.of(new PlatformId("p0"), rules);
        }

        @Override
        public void save(PlatformId platform, PartyRules changed) {
            throw new UnsupportedOperationException("nobody changes them");
        }
    }
}
