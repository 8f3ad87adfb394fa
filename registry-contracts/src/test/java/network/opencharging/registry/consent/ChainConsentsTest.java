package network.opencharging.registry.consent;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.AUTHORITY_KEY;
import static network.opencharging.registry.Cast.BOB;
import static network.opencharging.registry.Cast.BOB_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.InterfaceRole;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.contract.Permission;
import network.opencharging.registry.contract.PermissionsContract;
import network.opencharging.registry.contract.PublishedPermissions;
import network.opencharging.registry.contract.ServiceWish;
import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Freshness;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;
import network.opencharging.registry.directory.Snapshot;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Agreements on a real chain, read in both forms of the contract: made, widened, revoked. */
class ChainConsentsTest {
    private static final Set<Permission> SOME =
            Set.of(Permission.FORWARD_MODULE_CDRS_RECEIVER, Permission.FORWARD_ALL_SENDER);

    @Test
    void whatIsAgreedToOnTheChainCountsUntilItIsRevoked() throws IOException {
        try (OnChain net = OnChain.start()) {
            net.node(NORTH_KEY, NORTH);
            net.party(ALICE_KEY, ALC, Role.CPO, NORTH_KEY);
            net.party(BOB_KEY, BOB, Role.EMSP, NORTH_KEY);
            Address at = permissions(net);
            PermissionsContract contract = new PermissionsContract(net.rpc(), at);
            ChainConsents ours = consents(new OurAgreements(contract));
            ChainConsents published =
                    consents(new PublishedAgreements(new PublishedPermissions(net.rpc(), at)));

            nothing(ours, published);

            Address bob = Cast.address(BOB_KEY);
            offer(net, contract, SOME);
            send(net, ALICE_KEY, contract.direct(new ServiceWish.CreateAgreement(bob, SOME)));
            read(ours, published);
            assertThat(ours.of(ALC)).containsExactly(new Consent(BOB, SOME));
            assertThat(published.of(ALC)).containsExactly(new Consent(BOB, SOME));
            assertThat(ours.of(BOB)).isEmpty();

            Set<Permission> more = Set.of(Permission.FORWARD_ALL);
            offer(net, contract, more);
            // It rests while more is asked for than was agreed to.
            nothing(ours, published);

            send(net, ALICE_KEY, contract.direct(new ServiceWish.CreateAgreement(bob, more)));
            read(ours, published);
            assertThat(ours.of(ALC)).containsExactly(new Consent(BOB, more));

            send(net, ALICE_KEY, contract.direct(new ServiceWish.RevokeAgreement(bob)));
            nothing(ours, published);
        }
    }

    private static void offer(OnChain net, PermissionsContract contract, Set<Permission> wanted)
            throws IOException {
        send(
                net,
                BOB_KEY,
                contract.direct(new ServiceWish.MakeOffer("Pay", "https://p.ex", wanted)));
    }

    @Test
    void permissionsAreByModuleAndSideAndNeverOfCustomModules() {
        Consent some = new Consent(BOB, SOME);
        Consent all = new Consent(BOB, Set.of(Permission.FORWARD_ALL));

        assertThat(some.covers(ModuleId.CDRS, InterfaceRole.RECEIVER)).isTrue();
        assertThat(some.covers(ModuleId.SESSIONS, InterfaceRole.RECEIVER)).isFalse();
        assertThat(some.covers(ModuleId.SESSIONS, InterfaceRole.SENDER)).isTrue();
        assertThat(all.covers(ModuleId.CHARGING_PROFILES, InterfaceRole.RECEIVER)).isTrue();
        assertThat(all.covers(new ModuleId("xyz-parking"), InterfaceRole.SENDER)).isFalse();
        assertThat(all.covers(ModuleId.VERSIONS, InterfaceRole.SENDER)).isFalse();
    }

    private static void nothing(ChainConsents... consents) {
        read(consents);
        for (ChainConsents each : consents) {
            assertThat(each.of(ALC)).isEmpty();
        }
    }

    private static void read(ChainConsents... consents) {
        for (ChainConsents each : consents) {
            each.read();
            assertThat(each.trouble()).isEmpty();
        }
    }

    private static Address permissions(OnChain net) throws IOException {
        String creation = PermissionsContract.creation(net.registry().address());
        Outcome created = net.lane(AUTHORITY_KEY).send(Call.create(creation), OnChain.SHORT);
        return ((Outcome.Mined) created).created().orElseThrow();
    }

    private static void send(OnChain net, PrivateKey author, Call call) throws IOException {
        assertThat(net.lane(author).send(call, OnChain.SHORT)).isInstanceOf(Outcome.Mined.class);
    }

    private static ChainConsents consents(Agreements agreements) {
        return new ChainConsents(agreements, new Listed(), NORTH_ADDRESS);
    }

    /** Alice and Bob at north. */
    private static final class Listed implements Directory {
        @Override
        public Snapshot snapshot() {
            return Snapshot.of(
                    List.of(NORTH),
                    List.of(
                            new Party(
                                    ALC,
                                    Cast.address(ALICE_KEY),
                                    Set.of(Role.CPO),
                                    Modules.UNDECLARED,
                                    NORTH_ADDRESS,
                                    true),
                            new Party(
                                    BOB,
                                    Cast.address(BOB_KEY),
                                    Set.of(Role.EMSP),
                                    Modules.UNDECLARED,
                                    NORTH_ADDRESS,
                                    true)));
        }

        @Override
        public Freshness freshness() {
            return new Freshness("a test", 1, Optional.of(Instant.EPOCH), Optional.empty());
        }
    }
}
