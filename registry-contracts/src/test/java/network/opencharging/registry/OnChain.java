package network.opencharging.registry;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.chain.dev.ChainSettings;
import network.opencharging.registry.chain.dev.DevelopmentChain;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.ChainProfile;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.tx.FeePolicy;
import network.opencharging.registry.chain.tx.Lane;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.chain.tx.Patience;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.contract.RegistryErrors;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.listing.Registrar;
import network.opencharging.registry.listing.Wish;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** A real chain with a registry on it, and a cast that can pay. */
public final class OnChain implements AutoCloseable {
    /** How long a test waits for what must come, on a machine that has other things to do too. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Looks often; nothing is offered again for more while blocks come by themselves. */
    public static final Patience SHORT = new Patience(Duration.ofMillis(5), PATIENCE, PATIENCE);

    private final DevelopmentChain chain;
    private final Rpc rpc;
    private final RegistryContract registry;

    private OnChain(DevelopmentChain chain, Rpc rpc, RegistryContract registry) {
        this.chain = chain;
        this.rpc = rpc;
        this.registry = registry;
    }

    /** Starts a chain, pays the cast and deploys a registry that belongs to the authority. */
    public static OnChain start() throws IOException {
        return start(ChainSettings.forTests());
    }

    /** As {@link #start()} with these settings. */
    public static OnChain start(ChainSettings settings) throws IOException {
        DevelopmentChain chain = DevelopmentChain.start(settings);
        Rpc rpc = new Rpc(ChainProfile.development(settings.chainId(), chain.httpUrl()));
        for (int i = 1; i <= 5; i++) {
            chain.fund(Cast.address(Cast.key(i)));
        }
        Outcome deployed =
                Registrar.deploy(
                        lane(rpc, Cast.AUTHORITY_KEY), Cast.address(Cast.AUTHORITY_KEY), SHORT);
        Address registry = ((Outcome.Mined) deployed).created().orElseThrow();
        return new OnChain(chain, rpc, new RegistryContract(rpc, registry));
    }

    public DevelopmentChain chain() {
        return chain;
    }

    public Rpc rpc() {
        return rpc;
    }

    public RegistryContract registry() {
        return registry;
    }

    /** Somebody's way to send. */
    public static Lane lane(Rpc rpc, PrivateKey key) {
        return new Lane(rpc, Wallet.of(key), FeePolicy.usual(), new RegistryErrors());
    }

    public Lane lane(PrivateKey key) {
        return lane(rpc, key);
    }

    public Registrar registrar(PrivateKey key) {
        return new Registrar(registry, lane(key));
    }

    /** Carries out a wish that must pass. */
    public Outcome.Mined carryOut(PrivateKey author, Wish wish) throws IOException {
        Outcome outcome = registrar(author).carryOut(wish, SHORT);
        assertThat(outcome).as(wish.toString()).isInstanceOf(Outcome.Mined.class);
        return (Outcome.Mined) outcome;
    }

    /** Registers a node. */
    public void node(PrivateKey key, Operator operator) throws IOException {
        carryOut(key, new Wish.SetNode(operator.url()));
    }

    /** Lists a party and lets its operator admit it. */
    public void party(PrivateKey key, PartyId id, Role role, PrivateKey operator)
            throws IOException {
        carryOut(key, new Wish.SetParty(id, Set.of(role), Cast.address(operator)));
        carryOut(operator, new Wish.AdmitParty(Cast.address(key), id));
    }

    @Override
    public void close() {
        rpc.close();
        chain.close();
    }
}
