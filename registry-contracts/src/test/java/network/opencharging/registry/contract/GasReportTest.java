package network.opencharging.registry.contract;

import static network.opencharging.registry.Cast.ALC;
import static network.opencharging.registry.Cast.ALICE_KEY;
import static network.opencharging.registry.Cast.AUTHORITY_KEY;
import static network.opencharging.registry.Cast.BOB;
import static network.opencharging.registry.Cast.BOB_KEY;
import static network.opencharging.registry.Cast.NORTH;
import static network.opencharging.registry.Cast.NORTH_ADDRESS;
import static network.opencharging.registry.Cast.NORTH_KEY;
import static network.opencharging.registry.Cast.SOUTH;
import static network.opencharging.registry.Cast.SOUTH_ADDRESS;
import static network.opencharging.registry.Cast.SOUTH_KEY;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.key.PrivateKey;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.registry.Cast;
import network.opencharging.registry.OnChain;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.generated.OcnCertifier;
import network.opencharging.registry.generated.OcnPermissions;
import network.opencharging.registry.generated.OcnRegistry;
import network.opencharging.registry.listing.Wish;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What every write costs, held against the report that is checked in: nothing grows unnoticed. */
class GasReportTest {
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Modules SOME =
            new Modules(Set.of(ModuleId.LOCATIONS), Set.of(ModuleId.COMMANDS, ModuleId.TOKENS));

    private final GasReport measured = new GasReport();

    @Test
    void noWriteCostsFivePercentMoreThanTheReportSays() throws IOException {
        try (OnChain net = OnChain.start()) {
            registry(net);
            permissions(net);
            administration(net, certifier(net));
        }
        measured.writeFresh();
        GasReport recorded = GasReport.recorded();

        assertThat(measured.writes()).as(GasReport.CURE).isEqualTo(recorded.writes());
        for (String write : measured.writes()) {
            assertThat(measured.gas(write))
                    .as("%s; %s", write, GasReport.CURE)
                    .isLessThanOrEqualTo(recorded.gas(write) * 105 / 100);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OcnRegistry", "OcnPermissions", "OcnCertifier"})
    void noFunctionThatWritesIsForgotten(String contract) throws IOException {
        Set<String> reported = GasReport.recorded().functions(contract);

        assertThat(reported).isEqualTo(writing(contract));
    }

    /** The functions that change the chain, and the creation, as the compiler lists them. */
    private static Set<String> writing(String contract) throws IOException {
        Set<String> writing = new TreeSet<>(Set.of("create"));
        String abi = Files.readString(Path.of("src/main/contracts", contract + ".abi"));
        for (JsonNode entry : JsonMapper.builder().build().readTree(abi)) {
            String kind = entry.path("stateMutability").asString("");
            if (entry.path("type").asString("").equals("function")
                    && Set.of("nonpayable", "payable").contains(kind)) {
                writing.add(entry.path("name").asString(""));
            }
        }
        return writing;
    }

    private void registry(OnChain net) throws IOException {
        GasMeter meter = new GasMeter(net, "OcnRegistry", measured);
        Address alice = Cast.address(ALICE_KEY);
        Set<Role> roles = Set.of(Role.CPO);
        Wish profile = new Wish.SetProfile("Alice Charging", "https://alice.example");
        Wish moved = new Wish.SetNode(URI.create("https://north.example/ocn"));
        Wish both = new Wish.SetParty(ALC, Set.of(Role.CPO, Role.EMSP), NORTH_ADDRESS);
        meter.send(
                AUTHORITY_KEY,
                "create",
                Call.create(RegistryContract.creation(Cast.address(AUTHORITY_KEY))));
        meter.direct(NORTH_KEY, "setNode, first", new Wish.SetNode(NORTH.url()));
        meter.direct(NORTH_KEY, "setNode, change", moved);
        meter.direct(ALICE_KEY, "setParty, first", new Wish.SetParty(ALC, roles, NORTH_ADDRESS));
        meter.direct(NORTH_KEY, "admitParty", new Wish.AdmitParty(alice, ALC));
        meter.direct(ALICE_KEY, "setParty, other roles", both);
        meter.direct(ALICE_KEY, "setPartyModules", new Wish.SetModules(SOME));
        meter.direct(ALICE_KEY, "setPartyProfile", profile);
        signedRegistry(meter, profile);
        meter.direct(NORTH_KEY, "dismissParties, one", new Wish.DismissParty(alice));
        meter.direct(ALICE_KEY, "deleteParty", new Wish.DeleteParty());
        meter.direct(NORTH_KEY, "deleteNode", new Wish.DeleteNode());
    }

    private static void signedRegistry(GasMeter meter, Wish profile) throws IOException {
        Address bob = Cast.address(BOB_KEY);
        Wish listing = new Wish.SetParty(BOB, Set.of(Role.CPO), NORTH_ADDRESS);
        meter.relayed(SOUTH_KEY, "setNodeSigned, first", new Wish.SetNode(SOUTH.url()));
        meter.relayed(BOB_KEY, "setPartySigned, first", listing);
        meter.relayed(BOB_KEY, "setPartyModulesSigned", new Wish.SetModules(SOME));
        meter.relayed(BOB_KEY, "setPartyProfileSigned", profile);
        meter.relayed(NORTH_KEY, "admitPartySigned", new Wish.AdmitParty(bob, BOB));
        meter.relayed(NORTH_KEY, "dismissPartySigned", new Wish.DismissParty(bob));
        meter.relayed(BOB_KEY, "deletePartySigned", new Wish.DeleteParty());
        meter.relayed(SOUTH_KEY, "deleteNodeSigned", new Wish.DeleteNode());
    }

    private void permissions(OnChain net) throws IOException {
        net.node(NORTH_KEY, NORTH);
        net.party(ALICE_KEY, ALC, Role.CPO, NORTH_KEY);
        net.party(BOB_KEY, BOB, Role.EMSP, NORTH_KEY);
        GasMeter meter = new GasMeter(net, "OcnPermissions", measured);
        Call creation = Call.create(PermissionsContract.creation(net.registry().address()));
        Address at = meter.send(AUTHORITY_KEY, "create", creation).created().orElseThrow();
        OcnPermissions contract =
                OcnPermissions.load(
                        at.lowerCase(),
                        net.rpc().web3j(),
                        new ReadonlyTransactionManager(net.rpc().web3j(), at.lowerCase()),
                        new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
        List<BigInteger> asked = List.of(BigInteger.ONE, BigInteger.TWO);
        String bob = Cast.address(BOB_KEY).lowerCase();
        meter.call(BOB_KEY, at, "setService", contract.setService("Pay", "https://p.ex", asked));
        meter.call(ALICE_KEY, at, "createAgreement", contract.createAgreement(bob, asked));
        meter.call(ALICE_KEY, at, "revokeAgreement", contract.revokeAgreement(bob));
        meter.call(BOB_KEY, at, "deleteService", contract.deleteService());
        meter.call(NORTH_KEY, at, "cancelSignedMessage", contract.cancelSignedMessage());
        signedPermissions(meter, new PermissionsContract(net.rpc(), at));
    }

    private static void signedPermissions(GasMeter meter, PermissionsContract on)
            throws IOException {
        Address provider = Cast.address(BOB_KEY);
        Set<Permission> wanted = Set.of(Permission.FORWARD_ALL_SENDER);
        ServiceWish offer = new ServiceWish.MakeOffer("Pay", "https://p.ex", wanted);
        ServiceWish agreement = new ServiceWish.CreateAgreement(provider, wanted);
        ServiceWish revocation = new ServiceWish.RevokeAgreement(provider);
        meter.relayed(on, BOB_KEY, "setServiceSigned", offer);
        meter.relayed(on, ALICE_KEY, "createAgreementSigned", agreement);
        meter.relayed(on, ALICE_KEY, "revokeAgreementSigned", revocation);
        meter.relayed(on, BOB_KEY, "deleteServiceSigned", new ServiceWish.EndOffer());
    }

    /** Leaves behind a certifier that knows nobody and demands everything. */
    private Address certifier(OnChain net) throws IOException {
        GasMeter meter = new GasMeter(net, "OcnCertifier", measured);
        Call create = Call.create(CertifierContract.creation(NORTH_ADDRESS));
        Address at = meter.send(AUTHORITY_KEY, "create", create).created().orElseThrow();
        CertifierContract on = new CertifierContract(net.rpc(), at);
        Wallet issuer = Wallet.of(SOUTH_KEY);
        Set<Role> roles = Set.of(Role.CPO, Role.EMSP);
        meter.send(NORTH_KEY, "setIssuer", on.setIssuer(issuer.address(), roles, true));
        meter.send(NORTH_KEY, "setDemands", on.setDemands(roles, true));
        Vouching.Term term =
                new Vouching.Term(Instant.ofEpochSecond(1), LATER, BigInteger.valueOf(7));
        Vouching certificate = new Vouching.Certificate(Cast.address(ALICE_KEY), ALC, roles, term);
        Vouching proof = new Vouching.DomainProof(NORTH_ADDRESS, NORTH.url().toString(), term);
        String certified = issuer.signTyped(on.messages().vouching(certificate));
        meter.send(ALICE_KEY, "presentCertificate, two roles", on.present(certificate, certified));
        String proved = issuer.signTyped(on.messages().vouching(proof));
        meter.send(ALICE_KEY, "presentDomainProof", on.present(proof, proved));
        meter.send(SOUTH_KEY, "revoke", on.revoke(BigInteger.ONE));
        String revocation =
                issuer.signTyped(on.messages().revocation(issuer.address(), BigInteger.TWO));
        meter.send(
                ALICE_KEY,
                "revokeSigned",
                on.revokeSigned(issuer.address(), BigInteger.TWO, revocation));
        OcnCertifier contract =
                OcnCertifier.load(
                        at.lowerCase(),
                        net.rpc().web3j(),
                        new ReadonlyTransactionManager(net.rpc().web3j(), at.lowerCase()),
                        new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
        String south = SOUTH_ADDRESS.lowerCase();
        meter.call(NORTH_KEY, at, "revokeFor", contract.revokeFor(south, BigInteger.TEN));
        meter.call(NORTH_KEY, at, "transferOwnership", contract.transferOwnership(south));
        meter.call(SOUTH_KEY, at, "acceptOwnership", contract.acceptOwnership());
        return at;
    }

    /** The registry of the network belongs to the authority. */
    private void administration(OnChain net, Address certifier) throws IOException {
        net.node(SOUTH_KEY, SOUTH);
        GasMeter meter = new GasMeter(net, "OcnRegistry", measured);
        Address at = net.registry().address();
        OcnRegistry contract = RegistryContract.wrapper(net.rpc(), at);
        String north = NORTH_ADDRESS.lowerCase();
        String bob = Cast.address(BOB_KEY).lowerCase();
        PrivateKey owner = AUTHORITY_KEY;
        meter.call(owner, at, "setPauser", contract.setPauser(north));
        meter.call(NORTH_KEY, at, "pause", contract.pause());
        meter.call(owner, at, "unpause", contract.unpause());
        meter.call(
                owner,
                at,
                "adminDeleteParty",
                contract.adminDeleteParty(Encoding.country(ALC), Encoding.party(ALC)));
        meter.call(owner, at, "adminDeleteOperator", contract.adminDeleteOperator(north));
        meter.call(owner, at, "setCertifier", contract.setCertifier(certifier.lowerCase()));
        meter.call(ALICE_KEY, at, "removeUncertified", contract.removeUncertified(bob));
        String south = SOUTH_ADDRESS.lowerCase();
        meter.call(ALICE_KEY, at, "removeUnproved", contract.removeUnproved(south));
        meter.call(NORTH_KEY, at, "cancelSignedMessage", contract.cancelSignedMessage());
        meter.call(owner, at, "transferOwnership", contract.transferOwnership(north));
        meter.call(NORTH_KEY, at, "acceptOwnership", contract.acceptOwnership());
    }
}
