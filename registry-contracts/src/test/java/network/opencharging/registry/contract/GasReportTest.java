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
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.generated.OcnPermissions;
import network.opencharging.registry.generated.OcnRegistry;
import network.opencharging.registry.listing.Registrar;
import network.opencharging.registry.listing.Wish;

import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.protocol.core.RemoteFunctionCall;
import org.web3j.tx.ReadonlyTransactionManager;
import org.web3j.tx.gas.StaticGasProvider;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every write costs, held against the report that is checked in: nothing grows unnoticed. */
class GasReportTest {
    private static final Path REPORT = Path.of("gas-report.md");
    private static final Path FRESH = Path.of("target/gas-report.md");
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Modules SOME =
            new Modules(Set.of(ModuleId.LOCATIONS), Set.of(ModuleId.COMMANDS, ModuleId.TOKENS));

    private final Map<String, Long> measured = new LinkedHashMap<>();

    @Test
    void noWriteCostsFivePercentMoreThanTheReportSays() throws IOException {
        try (OnChain net = OnChain.start()) {
            registry(net);
            permissions(net);
            certifier(net);
            administration(net);
        }
        Files.writeString(FRESH, text());

        Map<String, Long> recorded = recorded();
        String cure = "if it must be so, copy " + FRESH + " to " + REPORT + " and say why";
        assertThat(measured.keySet()).as(cure).isEqualTo(recorded.keySet());
        measured.forEach((write, gas) ->
                assertThat(gas)
                        .as("%s; %s", write, cure)
                        .isLessThanOrEqualTo(recorded.getOrDefault(write, 0L) * 105 / 100));
    }

    private void registry(OnChain net) throws IOException {
        Address alice = Cast.address(ALICE_KEY);
        Set<Role> roles = Set.of(Role.CPO);
        Outcome creation = Registrar.deploy(net.lane(AUTHORITY_KEY), NORTH_ADDRESS, OnChain.SHORT);
        record(net, "create OcnRegistry", creation);
        direct(net, NORTH_KEY, "setNode, first", new Wish.SetNode(NORTH.url()));
        direct(
                net,
                NORTH_KEY,
                "setNode, change",
                new Wish.SetNode(URI.create("https://north.example/ocn")));
        relayed(net, SOUTH_KEY, "setNodeSigned, first", new Wish.SetNode(SOUTH.url()));
        direct(net, ALICE_KEY, "setParty, first", new Wish.SetParty(ALC, roles, NORTH_ADDRESS));
        direct(net, NORTH_KEY, "admitParty", new Wish.AdmitParty(alice, ALC));
        direct(
                net,
                ALICE_KEY,
                "setParty, other roles",
                new Wish.SetParty(ALC, Set.of(Role.CPO, Role.EMSP), NORTH_ADDRESS));
        direct(net, ALICE_KEY, "setPartyModules", new Wish.SetModules(SOME));
        Wish profile = new Wish.SetProfile("Alice Charging", "https://alice.example");
        direct(net, ALICE_KEY, "setPartyProfile", profile);
        relayed(
                net,
                BOB_KEY,
                "setPartySigned, first",
                new Wish.SetParty(BOB, roles, NORTH_ADDRESS));
        relayed(net, BOB_KEY, "setPartyModulesSigned", new Wish.SetModules(SOME));
        relayed(net, BOB_KEY, "setPartyProfileSigned", profile);
        Wish admission = new Wish.AdmitParty(Cast.address(BOB_KEY), BOB);
        relayed(net, NORTH_KEY, "admitPartySigned", admission);
        Wish dismissal = new Wish.DismissParty(Cast.address(BOB_KEY));
        relayed(net, NORTH_KEY, "dismissPartySigned", dismissal);
        relayed(net, BOB_KEY, "deletePartySigned", new Wish.DeleteParty());
        direct(net, NORTH_KEY, "dismissParties, one", new Wish.DismissParty(alice));
        direct(net, ALICE_KEY, "deleteParty", new Wish.DeleteParty());
        direct(net, NORTH_KEY, "deleteNode", new Wish.DeleteNode());
        relayed(net, SOUTH_KEY, "deleteNodeSigned", new Wish.DeleteNode());
    }

    private void permissions(OnChain net) throws IOException {
        net.node(NORTH_KEY, NORTH);
        net.party(ALICE_KEY, ALC, Role.CPO, NORTH_KEY);
        net.party(BOB_KEY, BOB, Role.EMSP, NORTH_KEY);
        String code =
                "0x"
                        + OcnPermissions.BINARY
                        + FunctionEncoder.encodeConstructor(
                                List.of(
                                        new org.web3j.abi.datatypes.Address(
                                                net.registry().address().lowerCase())));
        Outcome creation = net.lane(AUTHORITY_KEY).send(Call.create(code), OnChain.SHORT);
        record(net, "create OcnPermissions", creation);
        String at = ((Outcome.Mined) creation).created().orElseThrow().lowerCase();
        OcnPermissions contract =
                OcnPermissions.load(
                        at,
                        net.rpc().web3j(),
                        new ReadonlyTransactionManager(net.rpc().web3j(), at),
                        new StaticGasProvider(BigInteger.ZERO, BigInteger.ZERO));
        List<BigInteger> asked = List.of(BigInteger.ONE, BigInteger.TWO);
        String bob = Cast.address(BOB_KEY).lowerCase();
        call(net, BOB_KEY, at, "setService", contract.setService("Pay", "https://p.ex", asked));
        call(net, ALICE_KEY, at, "createAgreement", contract.createAgreement(bob, asked));
        call(net, ALICE_KEY, at, "revokeAgreement", contract.revokeAgreement(bob));
        call(net, BOB_KEY, at, "deleteService", contract.deleteService());
        relayedPermissions(net, at);
    }

    private void relayedPermissions(OnChain net, String at) throws IOException {
        Address provider = Cast.address(BOB_KEY);
        Set<Permission> wanted = Set.of(Permission.FORWARD_ALL_SENDER);
        PermissionsContract on = new PermissionsContract(net.rpc(), new Address(at));
        signed(
                net,
                on,
                BOB_KEY,
                "setServiceSigned",
                new ServiceWish.MakeOffer("Pay", "https://p.ex", wanted));
        signed(
                net,
                on,
                ALICE_KEY,
                "createAgreementSigned",
                new ServiceWish.CreateAgreement(provider, wanted));
        signed(
                net,
                on,
                ALICE_KEY,
                "revokeAgreementSigned",
                new ServiceWish.RevokeAgreement(provider));
        signed(net, on, BOB_KEY, "deleteServiceSigned", new ServiceWish.EndOffer());
    }

    private void signed(
            OnChain net, PermissionsContract on, PrivateKey author, String name, ServiceWish wish)
            throws IOException {
        Wallet wallet = Wallet.of(author);
        RegistryMessages.Terms terms = on.terms(wallet.address(), LATER);
        String signature = wallet.signTyped(on.message(wish, terms));
        Call call = on.signed(wish, terms, signature);
        record(net, name, net.lane(AUTHORITY_KEY).send(call, OnChain.SHORT));
    }

    private void certifier(OnChain net) throws IOException {
        Call create = Call.create(CertifierContract.creation(NORTH_ADDRESS));
        Outcome creation = net.lane(AUTHORITY_KEY).send(create, OnChain.SHORT);
        record(net, "create OcnCertifier", creation);
        CertifierContract on =
                new CertifierContract(
                        net.rpc(), ((Outcome.Mined) creation).created().orElseThrow());
        Wallet issuer = Wallet.of(SOUTH_KEY);
        Set<Role> roles = Set.of(Role.CPO, Role.EMSP);
        send(net, NORTH_KEY, "setIssuer", on.setIssuer(issuer.address(), roles, true));
        send(net, NORTH_KEY, "setDemands", on.setDemands(roles, true));
        Vouching.Term term =
                new Vouching.Term(Instant.ofEpochSecond(1), LATER, BigInteger.valueOf(7));
        Vouching certificate = new Vouching.Certificate(Cast.address(ALICE_KEY), ALC, roles, term);
        Vouching proof = new Vouching.DomainProof(NORTH_ADDRESS, NORTH.url().toString(), term);
        String certified = issuer.signTyped(on.messages().vouching(certificate));
        send(net, ALICE_KEY, "presentCertificate, two roles", on.present(certificate, certified));
        String proved = issuer.signTyped(on.messages().vouching(proof));
        send(net, ALICE_KEY, "presentDomainProof", on.present(proof, proved));
        send(net, SOUTH_KEY, "revoke", on.revoke(BigInteger.ONE));
        String revocation =
                issuer.signTyped(on.messages().revocation(issuer.address(), BigInteger.TWO));
        send(
                net,
                ALICE_KEY,
                "revokeSigned",
                on.revokeSigned(issuer.address(), BigInteger.TWO, revocation));
    }

    /** The registry of the network belongs to the authority. */
    private void administration(OnChain net) throws IOException {
        String at = net.registry().address().lowerCase();
        OcnRegistry contract = RegistryContract.wrapper(net.rpc(), net.registry().address());
        String north = NORTH_ADDRESS.lowerCase();
        PrivateKey owner = AUTHORITY_KEY;
        call(net, owner, at, "setPauser", contract.setPauser(north));
        call(net, NORTH_KEY, at, "pause", contract.pause());
        call(net, owner, at, "unpause", contract.unpause());
        call(
                net,
                owner,
                at,
                "adminDeleteParty",
                contract.adminDeleteParty(Encoding.country(ALC), Encoding.party(ALC)));
        call(net, owner, at, "adminDeleteOperator", contract.adminDeleteOperator(north));
        call(net, owner, at, "setCertifier", contract.setCertifier(at));
    }

    private void send(OnChain net, PrivateKey key, String name, Call call) throws IOException {
        record(net, name, net.lane(key).send(call, OnChain.SHORT));
    }

    private void call(
            OnChain net, PrivateKey key, String at, String name, RemoteFunctionCall<?> function)
            throws IOException {
        Call call = Call.of(new Address(at), function.encodeFunctionCall());
        record(net, name, net.lane(key).send(call, OnChain.SHORT));
    }

    private void direct(OnChain net, PrivateKey author, String name, Wish wish) throws IOException {
        record(net, name, net.registrar(author).carryOut(wish, OnChain.SHORT));
    }

    private void relayed(OnChain net, PrivateKey author, String name, Wish wish)
            throws IOException {
        Registrar relayer = net.registrar(AUTHORITY_KEY);
        record(
                net,
                name,
                relayer.relay(relayer.sign(wish, Wallet.of(author), LATER), OnChain.SHORT));
    }

    private void record(OnChain net, String name, Outcome outcome) throws IOException {
        assertThat(outcome).as(name).isInstanceOf(Outcome.Mined.class);
        String hash = ((Outcome.Mined) outcome).hash();
        measured.put(name, net.rpc().receipt(hash).orElseThrow().getGasUsed().longValueExact());
    }

    private String text() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # What writes cost

                        In units of gas, measured by `GasReportTest` on a real EVM with the rules of London. The test fails when one
                        grows by more than five percent.

                        | Write | Gas |
                        |---|---:|
                        """);
        measured.forEach((name, gas) -> text.append("| %s | %d |\n".formatted(name, gas)));
        return text.toString();
    }

    private static Map<String, Long> recorded() throws IOException {
        Map<String, Long> recorded = new LinkedHashMap<>();
        for (String line : Files.readAllLines(REPORT)) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 4 && cells[2].strip().matches("\\d+")) {
                recorded.put(cells[1].strip(), Long.valueOf(cells[2].strip()));
            }
        }
        return recorded;
    }
}
