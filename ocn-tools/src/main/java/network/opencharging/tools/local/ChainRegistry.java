package network.opencharging.tools.local;

import network.opencharging.protocol.key.Address;
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
import network.opencharging.registry.listing.Registrar;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A real registry contract on a development chain of its own. */
public final class ChainRegistry implements LocalRegistry {
    private static final Patience PATIENCE =
            new Patience(Duration.ofMillis(20), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final DevelopmentChain chain;
    private final Rpc rpc;
    private final RegistryContract registry;
    private final long chainId;

    private ChainRegistry(
            DevelopmentChain chain, Rpc rpc, RegistryContract registry, long chainId) {
        this.chain = chain;
        this.rpc = rpc;
        this.registry = registry;
        this.chainId = chainId;
    }

    /**
     * Starts the chain and deploys the registry.
     *
     * @param anvil the chain's program
     * @param owner who may stop the registry
     * @throws Failure when the chain does not start
     * @throws IOException when the registry is refused
     */
    public static ChainRegistry start(Path anvil, ChainSettings settings, LocalKey owner)
            throws IOException {
        DevelopmentChain chain = chain(anvil, settings);
        try {
            Rpc rpc = new Rpc(ChainProfile.development(settings.chainId(), chain.httpUrl()));
            chain.fund(owner.address());
            Outcome deployed = Registrar.deploy(lane(rpc, owner), owner.address(), PATIENCE);
            Address address =
                    mined("deploy the registry", deployed)
                            .created()
                            .orElseThrow(() -> new IOException("the registry has no address"));
            return new ChainRegistry(
                    chain, rpc, new RegistryContract(rpc, address), settings.chainId());
        } catch (IOException | RuntimeException e) {
            chain.close();
            throw e;
        }
    }

    private static DevelopmentChain chain(Path anvil, ChainSettings settings) {
        try {
            return DevelopmentChain.start(anvil, settings);
        } catch (IOException e) {
            throw Failure.environment(
                    ("%s (the program is %s). Try %s --version by hand, or run the same network"
                                    + " without a chain: ocn up --chain none")
                            .formatted(String.valueOf(e.getMessage()).strip(), anvil, anvil));
        }
    }

    private static Lane lane(Rpc rpc, LocalKey key) {
        return new Lane(rpc, Wallet.of(key.key()), FeePolicy.usual(), new RegistryErrors());
    }

    private static Outcome.Mined mined(String what, Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Mined mined) {
            return mined;
        }
        throw new IOException("could not " + what + ": " + outcome);
    }

    @Override
    public void listNode(LocalKey operator, URI url) throws IOException {
        chain.fund(operator.address());
        carryOut(operator, new Wish.SetNode(url));
    }

    @Override
    public void listParty(LocalKey party, PartyId id, Role role, LocalKey operator)
            throws IOException {
        chain.fund(party.address());
        carryOut(party, new Wish.SetParty(id, Set.of(role), operator.address()));
        carryOut(operator, new Wish.AdmitParty(party.address(), id));
    }

    /** Carries out any wish of an account that was listed before. */
    public void carryOut(LocalKey author, Wish wish) throws IOException {
        Registrar registrar = new Registrar(registry, lane(rpc, author));
        mined(wish.words(author.address()), registrar.carryOut(wish, PATIENCE));
    }

    /** The chain, for whoever wants to stop it or change its history. */
    public DevelopmentChain chain() {
        return chain;
    }

    /**
     * Where the registry is, for other programs: {@code chain_id}, {@code rpc} (addresses), {@code
     * registry}, {@code generation} of the contract.
     */
    public ObjectNode description() {
        ObjectNode description = JsonText.object();
        description.put("chain_id", chainId);
        description.putArray("rpc").add(chain.httpUrl().toString());
        description.put("registry", address().text());
        description.put("generation", "ocn");
        return description;
    }

    /** The registry's address. */
    public Address address() {
        return registry.address();
    }

    @Override
    public String words() {
        return "registry %s on chain %d at %s".formatted(address(), chainId, chain.httpUrl());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "OCN_REGISTRY_SOURCE", "chain",
                "OCN_CHAIN_RPC", chain.httpUrl().toString(),
                "OCN_CHAIN_ID", Long.toString(chainId),
                "OCN_REGISTRY_CONTRACT", address().lowerCase(),
                "OCN_CHAIN_CONFIRMATIONS", "0",
                "OCN_CHAIN_BLOCK_TIME", "1s",
                "OCN_REGISTRY_REFRESH", "500ms");
    }

    @Override
    public void close() {
        rpc.close();
        chain.close();
    }
}
