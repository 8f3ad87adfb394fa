package network.opencharging.benchmarks.parts;

import network.opencharging.node.platform.ConnectedPlatform;
import network.opencharging.node.platform.Platforms;
import network.opencharging.node.platform.TokenVault;
import network.opencharging.node.rules.OcnRules;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.Optional;

/** What it costs to find somebody, however many there are. */
@State(Scope.Benchmark)
public class Lookups {
    private static final ModuleId SESSIONS = new ModuleId("sessions");

    /** How many parties there are; each at a platform of its own, listed, and on a whitelist. */
    @Param({"10", "1000", "100000"})
    public int parties = 1;

    private Crowd crowd = new Crowd(1);
    private Platforms platforms = crowd.platforms();
    private OcnRules rules = crowd.rules(platforms);
    private Snapshot directory = crowd.directory();
    private PartyId strict = Samples.party(0);
    private PartyId last = Samples.party(0);
    private final TokenVault vault = crowd.vault();

    /** JMH makes it. */
    public Lookups() {}

    /** So many. */
    @Setup
    public void gather() {
        crowd = new Crowd(parties);
        platforms = crowd.platforms();
        rules = crowd.rules(platforms);
        directory = crowd.directory();
        last = Samples.party(parties - 1);
    }

    /** Whose token it is: the hash, and who has it. */
    @Benchmark
    public Optional<ConnectedPlatform> token() {
        return platforms.byInboundToken(vault.hash(crowd.token(parties - 1)));
    }

    /** Whether the last of a whitelist with everybody on it may send. */
    @Benchmark
    public Optional<String> rules() {
        return rules.objection(last, strict, SESSIONS);
    }

    /** Where a party is listed. */
    @Benchmark
    public Optional<Party> directory() {
        return directory.party(last);
    }
}
