package network.opencharging.registry.contract;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.BOB;
import static network.opencharging.registry.Cast.BOB_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH;
import static network.opencharging.registry.Cast.SOUTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.Cast;
import network.opencharging.registry.Gateway;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.rpc.ChainProfile;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.generated.Uint8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a reader of a registry promises, held against every generation on a real chain. */
class EveryGenerationTest {
    private static final PartyId ALX = new PartyId("FR", "ALX");
    private static OnChain net;

    @BeforeAll
    static void aChain() throws IOException {
        net = OnChain.start();
    }

    @AfterAll
    static void close() {
        net.close();
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatIsListedIsReadAndWhatLeavesIsNot(Stage stage) throws IOException {
        RegistryReader registry = staged(stage);

        assertThat(registry.operators(now())).containsExactlyInAnyOrder(NORTH, SOUTH);
        assertThat(parties(registry)).containsExactlyInAnyOrder(alice(ALC), bob());

        Stage.send(net, registry, ALICE_KEY, "deleteParty");
        assertThat(parties(registry)).containsExactly(bob());

        // Bob goes before South does: our registry does not let a node go that carries parties.
        Stage.send(net, registry, BOB_KEY, "deleteParty");
        Stage.send(net, registry, SOUTH_KEY, "deleteNode");
        assertThat(parties(registry)).isEmpty();
        assertThat(registry.operators(now())).containsExactly(NORTH);
        leave(registry);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void theLogSaysWhatAReadingWouldShow(Stage stage) throws IOException {
        RegistryReader registry = staged(stage);
        long before = now();

        stage.list(net, registry, ALICE_KEY, ALX, NORTH_KEY);
        List<RegistryEvent> moved = since(registry, before);
        assertThat(moved.getLast())
                .isIn(
                        new RegistryEvent.PartyListed(alice(ALX)),
                        new RegistryEvent.AccountListed(alice(ALX)));

        before = now();
        Stage.send(net, registry, ALICE_KEY, "deleteParty");
        Stage.send(net, registry, BOB_KEY, "deleteParty");
        Stage.send(net, registry, SOUTH_KEY, "deleteNode");
        assertThat(since(registry, before))
                .containsExactly(
                        new RegistryEvent.PartyGone(Cast.address(ALICE_KEY), ALX),
                        new RegistryEvent.PartyGone(Cast.address(BOB_KEY), BOB),
                        new RegistryEvent.NodeGone(SOUTH.address()));
        leave(registry);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whoCannotBeCalledIsNoOperator(Stage stage) throws IOException {
        RegistryReader registry = stage.open(net);
        if (stage != Stage.OURS) {
            stage.node(net, registry, NORTH_KEY, "no address at all");
        }

        assertThat(registry.operators(now())).isEmpty();
        assertThat(registry.parties(now())).isEmpty();
    }

    @Test
    void theModulesOfTheFirstRegistryAreRead() throws IOException {
        RegistryReader registry = staged(Stage.FIRST);
        var cdrsAndTokens = new DynamicArray<>(Uint8.class, List.of(new Uint8(0), new Uint8(6)));
        var commands = new DynamicArray<>(Uint8.class, List.of(new Uint8(2)));
        long before = now();
        Stage.send(net, registry, ALICE_KEY, "setPartyModules", cdrsAndTokens, commands);

        Modules declared =
                new Modules(Set.of(ModuleId.CDRS, ModuleId.TOKENS), Set.of(ModuleId.COMMANDS));
        assertThat(registry.parties(now())).extracting(Party::modules).contains(declared);
        assertThat(since(registry, before))
                .singleElement()
                .isInstanceOfSatisfying(
                        RegistryEvent.AccountListed.class,
                        e -> assertThat(e.party().modules()).isEqualTo(declared));
    }

    @Test
    void aThousandPartiesAreReadInAHandfulOfCalls() throws IOException {
        RegistryReader registry = Stage.FIRST.open(net);
        Stage.FIRST.node(net, registry, NORTH_KEY, NORTH.url().toString());
        for (int from = 0; from < 1000; from += 100) {
            Stage.fill(net, registry, from, 100, NORTH_KEY);
        }
        try (Gateway counting = new Gateway(net.chain().httpUrl(), request -> Optional.empty());
                Rpc rpc = new Rpc(ChainProfile.development(246, counting.url()))) {
            List<Party> parties = Stage.first(rpc, registry).parties(now());

            assertThat(parties).hasSize(1000);
            assertThat(parties.getLast().id()).isEqualTo(new PartyId("DE", "A11"));
            assertThat(counting.seen()).hasSizeLessThan(8);
        }
    }

    @Test
    void aNodeThatRefusesLargeCallsIsAskedInSmallOnes() throws IOException {
        RegistryReader registry = Stage.FIRST.open(net);
        Stage.fill(net, registry, 0, 40, NORTH_KEY);
        try (Gateway stingy =
                        new Gateway(
                                net.chain().httpUrl(),
                                request ->
                                        request.contains("eth_call") && request.length() > 3000
                                                ? Optional.of(tooLarge())
                                                : Optional.empty());
                Rpc rpc = new Rpc(ChainProfile.development(246, stingy.url()))) {
            assertThat(Stage.first(rpc, registry).parties(now())).hasSize(40);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"FIRST", "SECOND"})
    void whereThereIsNoRegistryThatIsSaid(Stage stage) throws IOException {
        RegistryReader nothing = PublishedRegistry.first(net.rpc(), NORTH.address());

        assertThatThrownBy(() -> nothing.parties(now())).isInstanceOf(NotARegistry.class);
    }

    private static String tooLarge() {
        return "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32000,\"message\":\"out of"
                + " gas\"}}";
    }

    private static RegistryReader staged(Stage stage) throws IOException {
        RegistryReader registry = stage.open(net);
        stage.node(net, registry, NORTH_KEY, NORTH.url().toString());
        stage.node(net, registry, SOUTH_KEY, SOUTH.url().toString());
        stage.list(net, registry, ALICE_KEY, ALC, NORTH_KEY);
        stage.list(net, registry, BOB_KEY, BOB, SOUTH_KEY);
        return registry;
    }

    /** Our registry is shared by the tests of this class; the others are made anew. */
    private static void leave(RegistryReader registry) throws IOException {
        if (registry.equals(net.registry())) {
            Stage.send(net, registry, NORTH_KEY, "deleteNode");
        }
    }

    private static List<Party> parties(RegistryReader registry) throws RpcException {
        return registry.parties(now());
    }

    private static long now() throws RpcException {
        return net.rpc().latest().number();
    }

    private static List<RegistryEvent> since(RegistryReader registry, long block)
            throws RpcException {
        List<RegistryEvent> events = new ArrayList<>();
        net.rpc().logs(registry.address(), block + 1, now()).stream()
                .flatMap(log -> registry.event(log).stream())
                .forEach(events::add);
        return events;
    }

    private static Party alice(PartyId id) {
        return cpo(id, Cast.address(ALICE_KEY), NORTH.address());
    }

    private static Party bob() {
        return cpo(BOB, Cast.address(BOB_KEY), SOUTH.address());
    }

    private static Party cpo(
            PartyId id,
            network.opencharging.protocol.key.Address account,
            network.opencharging.protocol.key.Address operator) {
        return new Party(id, account, Set.of(Role.CPO), Modules.UNDECLARED, operator, true);
    }
}
