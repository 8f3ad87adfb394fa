package network.opencharging.registry.listing;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.BOB_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.tx.Forecast;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class RegistrarTest {
    private static final Address ALICE = Cast.address(ALICE_KEY);
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Modules SOME =
            new Modules(
                    Set.of(ModuleId.LOCATIONS, ModuleId.TARIFFS),
                    Set.of(ModuleId.COMMANDS, ModuleId.CHARGING_PROFILES));

    private OnChain net;

    @BeforeEach
    void aChain() throws IOException {
        net = OnChain.start();
    }

    @AfterEach
    void close() {
        net.close();
    }

    @Test
    void everyWishCanBeCarriedOutByItsAuthor() throws IOException {
        walkThrough((author, wish) -> net.registrar(author).carryOut(wish, OnChain.SHORT));
    }

    @Test
    void everyWishCanBeSignedByItsAuthorAndPaidByAnother() throws IOException {
        net.chain().fund(ALICE, BigInteger.ZERO);
        net.chain().fund(NORTH_ADDRESS, BigInteger.ZERO);
        Registrar bob = net.registrar(BOB_KEY);
        walkThrough((author, wish) ->
                bob.relay(bob.sign(wish, Wallet.of(author), LATER), OnChain.SHORT));
    }

    private interface Way {
        Outcome go(PrivateKey author, Wish wish) throws IOException;
    }

    private void walkThrough(Way way) throws IOException {
        mined(way.go(NORTH_KEY, new Wish.SetNode(NORTH.url())));
        assertThat(operators()).containsExactly(NORTH);

        Set<Role> roles = Set.of(Role.CPO, Role.NSP);
        mined(way.go(ALICE_KEY, new Wish.SetParty(ALC, roles, NORTH_ADDRESS)));
        mined(way.go(ALICE_KEY, new Wish.SetModules(SOME)));
        mined(way.go(ALICE_KEY, new Wish.SetProfile("Alice", "https://alice.example")));
        assertThat(parties())
                .containsExactly(new Party(ALC, ALICE, roles, SOME, NORTH_ADDRESS, false));

        mined(way.go(NORTH_KEY, new Wish.AdmitParty(ALICE, ALC)));
        assertThat(parties()).singleElement().matches(Party::admitted);
        assertThat(way.go(NORTH_KEY, new Wish.DeleteNode()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason()).contains("still carries 1 parties"));

        mined(way.go(NORTH_KEY, new Wish.DismissParty(ALICE)));
        assertThat(parties()).singleElement().matches(party -> !party.admitted());
        mined(way.go(ALICE_KEY, new Wish.DeleteParty()));
        mined(way.go(NORTH_KEY, new Wish.DeleteNode()));
        assertThat(parties()).isEmpty();
        assertThat(operators()).isEmpty();
    }

    private static void mined(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Mined.class);
    }

    private List<Operator> operators() throws IOException {
        return net.registry().operators(net.rpc().latest().number());
    }

    private List<Party> parties() throws IOException {
        return net.registry().parties(net.rpc().latest().number());
    }

    @Test
    void aPlanSaysInWordsWhatWouldBeSentAndWhatItWouldCost() throws IOException {
        Plan plan = net.registrar(NORTH_KEY).plan(new Wish.SetNode(NORTH.url()));

        assertThat(plan.words())
                .isEqualTo(
                        "register the node of %s at https://north.example"
                                .formatted(NORTH_ADDRESS));
        assertThat(plan.forecast())
                .isInstanceOfSatisfying(
                        Forecast.Passes.class,
                        passes -> {
                            assertThat(passes.gas().intValueExact()).isBetween(50_000, 300_000);
                            assertThat(passes.cost()).isPositive();
                            assertThat(passes.affordable()).isTrue();
                        });
        assertThat(operators()).as("nothing was sent").isEmpty();
    }

    @Test
    void aPlanThatWouldFailSaysWhy() throws IOException {
        Plan plan =
                net.registrar(ALICE_KEY)
                        .plan(new Wish.SetParty(ALC, Set.of(Role.CPO), NORTH_ADDRESS));
        assertThat(plan.forecast())
                .isEqualTo(
                        new Forecast.Refused(
                                NORTH_ADDRESS
                                        + " has no node in the registry: register the node first"));
    }

    @Test
    void aSignedWishThatWasChangedOrIsTooOldIsRefusedInWords() throws IOException {
        Registrar bob = net.registrar(BOB_KEY);
        SignedWish signed = bob.sign(new Wish.SetNode(NORTH.url()), Wallet.of(NORTH_KEY), LATER);

        SignedWish changed =
                new SignedWish(
                        new Wish.SetNode(Cast.SOUTH.url()),
                        signed.author(),
                        signed.deadline(),
                        signed.signature());
        assertThat(refusal(bob.plan(changed))).contains("must be signed by " + NORTH_ADDRESS);

        SignedWish stolen =
                new SignedWish(
                        signed.wish(),
                        Cast.address(SOUTH_KEY),
                        signed.deadline(),
                        signed.signature());
        assertThat(refusal(bob.plan(stolen))).contains("must be signed by");

        SignedWish old =
                bob.sign(
                        new Wish.SetNode(NORTH.url()),
                        Wallet.of(NORTH_KEY),
                        Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(refusal(bob.plan(old))).contains("sign a new one");

        mined(bob.relay(signed, OnChain.SHORT));
        assertThat(refusal(bob.plan(signed))).as("good once").contains("must be signed by");
    }

    private static String refusal(Plan plan) {
        return ((Forecast.Refused) plan.forecast()).reason();
    }
}
