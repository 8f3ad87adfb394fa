package network.opencharging.registry.contract;

import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.BOB_KEY;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.key.Signature;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.directory.Party;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/**
 * What the second published registry asks of a listing, and that each of its refusals reaches a
 * person as a sentence.
 */
class SecondRefusalsTest {
    private static final PartyId ALC = new PartyId("DE", "ALC");
    private static final PrivateKey STRANGER = Cast.key(78);
    private static OnChain net;
    private SecondStage stage;
    private PublishedCalls calls;

    @BeforeAll
    static void start() throws IOException {
        net = OnChain.start();
    }

    @AfterAll
    static void close() {
        net.close();
    }

    @BeforeEach
    void aRegistryWithANode() throws IOException {
        stage = SecondStage.open(net);
        calls = new PublishedCalls(stage.registry().address());
        Stage.SECOND.node(net, stage.registry(), NORTH_KEY, "https://north.example");
    }

    @Test
    void everyRoleIsListedWithItsCertificateWhoeverSends() throws IOException {
        List<RoleCertificate> all =
                List.of(Role.CPO, Role.EMSP, Role.NAP, Role.NSP, Role.OTHER, Role.SCSP).stream()
                        .map(role -> stage.certificate(ALICE_KEY, ALC, role))
                        .toList();

        assertThat(send(BOB_KEY, listing(ALC, all))).isInstanceOf(Outcome.Mined.class);

        assertThat(parties())
                .singleElement()
                .satisfies(party -> assertThat(party.address()).isEqualTo(ALICE_KEY.address()))
                .satisfies(party -> assertThat(party.roles()).hasSize(6));
    }

    @Test
    void whoIsNotAllowedToIssueDoesNotCount() throws IOException {
        RoleCertificate foreign = stage.issuedBy(STRANGER).certificate(ALICE_KEY, ALC, Role.CPO);

        refused(listing(ALC, List.of(foreign)), STRANGER.address().text(), "does not count there");
    }

    @Test
    void aCertificateThatWasChangedIsNobodys() throws IOException {
        RoleCertificate good = stage.certificate(ALICE_KEY, ALC, Role.CPO);
        RoleCertificate.Holder other =
                new RoleCertificate.Holder("DE XYZ", "Alice", ALICE_KEY.address());

        refused(
                listing(
                        ALC,
                        List.of(
                                new RoleCertificate(
                                        Role.CPO, other, good.market(), good.signature()))),
                "does not count there");
        refused(
                listing(
                        ALC,
                        List.of(
                                new RoleCertificate(
                                        Role.CPO,
                                        good.holder(),
                                        good.market(),
                                        new Signature(BigInteger.ONE, BigInteger.ONE, 0)))),
                "does not count there");
    }

    @Test
    void aCertificateOfAnotherRolesKindIsNobodys() throws IOException {
        RoleCertificate cpo = stage.certificate(ALICE_KEY, ALC, Role.CPO);
        RoleCertificate emsp = stage.certificate(ALICE_KEY, ALC, Role.EMSP);

        refused(
                listing(
                        ALC,
                        List.of(
                                new RoleCertificate(
                                        Role.EMSP, emsp.holder(), emsp.market(), cpo.signature()))),
                "does not count there");
    }

    @Test
    void anIssuerThatWasTakenOffTheListCountsNoMore() throws IOException {
        RoleCertificate good = stage.certificate(ALICE_KEY, ALC, Role.CPO);
        stage.admin(
                "removeVerifier",
                new org.web3j.abi.datatypes.Address(stage.issuer().key().address().lowerCase()));

        refused(listing(ALC, List.of(good)), "does not count there");
    }

    @Test
    void allCertificatesAreAboutOneAccount() throws IOException {
        refused(
                listing(
                        ALC,
                        List.of(
                                stage.certificate(ALICE_KEY, ALC, Role.CPO),
                                stage.certificate(BOB_KEY, ALC, Role.EMSP))),
                "certificates of several accounts");
    }

    @Test
    void aRoleWithAnOracleIsGivenToWhoIsKnownThere() throws IOException {
        Address oracle = stage.demandEntry(Role.CPO);
        List<RoleCertificate> cpo = List.of(stage.certificate(ALICE_KEY, ALC, Role.CPO));

        refused(listing(ALC, cpo), "the list of providers does not have 'DE ALC'");
        assertThat(
                        send(
                                ALICE_KEY,
                                listing(
                                        ALC,
                                        List.of(stage.certificate(ALICE_KEY, ALC, Role.EMSP)))))
                .as("the list is asked about CPOs only")
                .isInstanceOf(Outcome.Mined.class);

        stage.enter(oracle, "DE ALC");
        assertThat(send(ALICE_KEY, listing(ALC, cpo))).isInstanceOf(Outcome.Mined.class);
    }

    @Test
    void aListingThatSaysTooLittleIsRefused() throws IOException {
        List<RoleCertificate> cpo = List.of(stage.certificate(ALICE_KEY, ALC, Role.CPO));

        refused(withoutRoles("4445", "414c43"), "a party has a role");
        refused(withoutRoles("0000", "414c43"), "a party has a country");
        refused(withoutRoles("4445", "000000"), "a party has an id");
        refused(calls.setParty(ALC, cpo, Address.ZERO, "", "").direct(), "a party has an operator");
        refused(
                calls.setParty(ALC, cpo, SOUTH_KEY.address(), "", "").direct(),
                "this operator has no node");
    }

    @Test
    void whatSomebodyElseHasIsNotTaken() throws IOException {
        assertThat(
                        send(
                                ALICE_KEY,
                                listing(ALC, List.of(stage.certificate(ALICE_KEY, ALC, Role.CPO)))))
                .isInstanceOf(Outcome.Mined.class);

        refused(
                listing(ALC, List.of(stage.certificate(BOB_KEY, ALC, Role.CPO))),
                "somebody else is this party");
        Call taken = calls.setNode(java.net.URI.create("https://north.example")).direct();
        assertThat(reason(send(SOUTH_KEY, taken))).contains("this address is taken");
    }

    @Test
    void whoIsNotThereCannotLeaveAndASignatureOfAnotherIsNoConsent() throws IOException {
        assertThat(reason(send(BOB_KEY, calls.deleteParty().direct())))
                .contains("this account is no party");
        assertThat(reason(send(SOUTH_KEY, calls.deleteNode().direct())))
                .contains("this account has no node");
        PublishedWrite listing =
                calls.setParty(
                        ALC,
                        List.of(stage.certificate(ALICE_KEY, ALC, Role.CPO)),
                        NORTH_KEY.address(),
                        "",
                        "");
        String signedByBob =
                network.opencharging.registry.chain.key.Wallet.of(BOB_KEY)
                        .signPersonal(listing.toSign(ALICE_KEY.address()));
        refused(listing.relayed(ALICE_KEY.address(), signedByBob), "somebody else signed");
    }

    @Test
    void onlyTheAdminSaysWhoIssues() throws IOException {
        Call call =
                Call.of(
                        stage.registry().address(),
                        org.web3j.abi.FunctionEncoder.encode(
                                new org.web3j.abi.datatypes.Function(
                                        "setVerifier",
                                        List.of(
                                                new org.web3j.abi.datatypes.Address(
                                                        BOB_KEY.address().lowerCase())),
                                        List.of())));

        assertThat(reason(send(BOB_KEY, call))).contains(BOB_KEY.address().text());
    }

    /** What no client of ours sends: setParty with an empty list of roles, word by word. */
    private Call withoutRoles(String country, String party) {
        String data =
                "0x0799363d"
                        + country
                        + "0".repeat(60)
                        + party
                        + "0".repeat(58)
                        + word(6 * 32)
                        + "0".repeat(24)
                        + NORTH_KEY.address().lowerCase().substring(2)
                        + word(7 * 32)
                        + word(8 * 32)
                        + word(0).repeat(3);
        return Call.of(stage.registry().address(), data);
    }

    private static String word(int number) {
        return "%064x".formatted(number);
    }

    private Call listing(PartyId id, List<RoleCertificate> certificates) {
        return calls.setParty(id, certificates, NORTH_KEY.address(), "Alice", "").direct();
    }

    private void refused(Call call, String... words) throws IOException {
        assertThat(reason(send(ALICE_KEY, call))).contains(words).doesNotContain("0x08c379a0");
    }

    private static String reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }

    private static Outcome send(PrivateKey who, Call call) throws IOException {
        return net.lane(who).send(call, OnChain.SHORT);
    }

    private List<Party> parties() throws IOException {
        return stage.registry().parties(net.rpc().latest().number());
    }
}
