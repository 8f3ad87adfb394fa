package network.opencharging.cli.certificate;

import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.OwnerDeed;
import network.opencharging.cli.write.RevocationDeed;
import network.opencharging.cli.write.VouchingDeed;
import network.opencharging.cli.write.WriteOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.CertifierContract;
import network.opencharging.registry.contract.Presented;
import network.opencharging.registry.contract.Vouching.Certificate;
import network.opencharging.registry.directory.Party;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Certificates of parties. */
@Command(
        name = "certificate",
        description = {
            "Certificates: that an account is a party in a role, and that a domain is an"
                    + " operator's.",
            "An issuer signs them, anybody presents them, and the registry asks for them where its"
                    + " owner says so."
        })
public final class CertificateCommands {
    /** For picocli. */
    public CertificateCommands() {}

    /** Lists certificates. */
    @Command(
            name = "list",
            description = "Show all certificates and proofs of domains that were presented.")
    public int list(
            @Option(
                            names = "--from",
                            paramLabel = "BLOCK",
                            defaultValue = "0",
                            description = "Begin with this block, such as the contract's own.")
                    long from,
            @Option(
                            names = "--holder",
                            paramLabel = "ADDRESS",
                            description = "Only those of this account.")
                    Optional<Address> holder,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        try (Rpc rpc = network.rpc()) {
            output.show(
                    contract(rpc, network).presented(from).stream()
                            .filter(p ->
                                    holder.isEmpty() || holder.get().equals(p.subject().holder()))
                            .map(CertificateCommands::row)
                            .toList(),
                    "No certificates.");
        }
        return 0;
    }

    /** Shows what a party may be. */
    @Command(
            name = "get",
            description = "Show for which roles a party is certified, and for which it must be.")
    public int get(
            @Parameters(paramLabel = "PARTY", description = "Such as DE/ALC.") PartyId id,
            @Parameters(
                            arity = "0..1",
                            paramLabel = "ADDRESS",
                            description = "The party's account; without it, who is listed so.")
                    Optional<Address> holder,
            @Mixin NetworkOptions network,
            @Mixin OutputOptions output)
            throws IOException {
        try (Rpc rpc = network.rpc()) {
            Address account = holder.isPresent() ? holder.get() : listed(id, rpc, network);
            CertifierContract contract = contract(rpc, network);
            Set<Role> certified = contract.certified(account, id);
            output.show(
                    Entry.empty()
                            .with("party", id)
                            .with("holder", account)
                            .with("certified", List.copyOf(new TreeSet<>(certified)))
                            .with("needed_for", List.copyOf(new TreeSet<>(contract.demanded()))));
        }
        return 0;
    }

    private static Address listed(PartyId id, Rpc rpc, NetworkOptions network) throws IOException {
        return network.reader(rpc).parties(rpc.latest().number()).stream()
                .filter(party -> party.id().equals(id))
                .map(Party::address)
                .findFirst()
                .orElseThrow(() ->
                        Failure.failed(
                                "%s is not listed: say whose certificates,  ocn certificate get %s ADDRESS"
                                        .formatted(id, id)));
    }

    /** Certifies a party. */
    @Command(
            name = "set",
            description = {
                "Certify, as an issuer, that an account is this party in these roles.",
                "With --sign-to the holder gets the certificate as a file, and presents it with "
                        + " ocn relay"
            })
    public int set(
            @Parameters(paramLabel = "PARTY", description = "Such as DE/ALC.") PartyId id,
            @Parameters(paramLabel = "ADDRESS", description = "The party's account.")
                    Address holder,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            paramLabel = "ROLE",
                            description = "In which roles: ${COMPLETION-CANDIDATES}.")
                    Set<Role> roles,
            @Mixin TermOptions term,
            @Mixin WriteOptions write)
            throws IOException {
        Certificate certificate = new Certificate(holder, id, roles, term.term());
        Address at = write.network().certifierAddress();
        return write.carryOut(rpc -> new VouchingDeed(new CertifierContract(rpc, at), certificate));
    }

    /** Takes a certificate or proof back. */
    @Command(
            name = "delete",
            description =
                    "Revoke, as an issuer, what you gave out under a serial number, for ever.")
    public int delete(
            @Parameters(paramLabel = "SERIAL", description = "Your number for it.")
                    BigInteger serial,
            @Mixin WriteOptions write)
            throws IOException {
        Address at = write.network().certifierAddress();
        return write.carryOut(rpc -> new RevocationDeed(new CertifierContract(rpc, at), serial));
    }

    /** Says what an issuer may vouch for. */
    @Command(
            name = "trust",
            description =
                    "Say, as the certifier's owner, what an issuer may vouch for; without --role"
                            + " and --domains nothing, also for what it gave out before.")
    public int trust(
            @Parameters(paramLabel = "ADDRESS", description = "The issuer's account.")
                    Address issuer,
            @Mixin ScopeOptions scope,
            @Mixin WriteOptions write)
            throws IOException {
        Address at = write.network().certifierAddress();
        return write.carryOut(rpc ->
                new OwnerDeed(
                        "let issuer %s vouch for %s".formatted(issuer, scope.words()),
                        new CertifierContract(rpc, at)
                                .setIssuer(issuer, scope.roles(), scope.domains())));
    }

    /** Says what must be proved. */
    @Command(
            name = "demand",
            description =
                    "Say, as the certifier's owner, which roles need a certificate and whether"
                            + " domains need a proof; without --role and --domains nothing does.")
    public int demand(@Mixin ScopeOptions scope, @Mixin WriteOptions write) throws IOException {
        Address at = write.network().certifierAddress();
        return write.carryOut(rpc ->
                new OwnerDeed(
                        "demand certificates for " + scope.words(),
                        new CertifierContract(rpc, at).setDemands(scope.roles(), scope.domains())));
    }

    private static CertifierContract contract(Rpc rpc, NetworkOptions network) throws IOException {
        return new CertifierContract(rpc, network.certifierAddress());
    }

    private static Entry row(Presented presented) {
        Entry entry = Entry.empty().with("serial", presented.serial());
        return (switch (presented.subject()) {
                    case Presented.OfParty of ->
                            entry.with("of", of.party())
                                    .with("roles", List.copyOf(new TreeSet<>(of.roles())));
                    case Presented.OfDomain of ->
                            entry.with("of", of.domain()).with("roles", List.of());
                })
                .with("holder", presented.subject().holder())
                .with("issuer", presented.issuer())
                .with("until", presented.until())
                .with("standing", presented.standing().name().toLowerCase(java.util.Locale.ROOT));
    }
}
