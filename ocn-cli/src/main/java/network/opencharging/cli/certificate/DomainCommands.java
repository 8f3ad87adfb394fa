package network.opencharging.cli.certificate;

import network.opencharging.cli.connect.KeyOptions;
import network.opencharging.cli.connect.NetworkOptions;
import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.cli.write.VouchingDeed;
import network.opencharging.cli.write.WriteOptions;
import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.contract.CertifierContract;
import network.opencharging.registry.contract.Vouching.DomainProof;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.net.URI;

/** A domain is claimed by its operator, and proved by an issuer that has looked there. */
@Command(
        name = "domain",
        description = {
            "Proofs that a domain is an operator's own.",
            "The operator claims it and serves the claim under the domain; an issuer fetches it"
                    + " there, checks it and presents the proof."
        })
public final class DomainCommands {
    /** For picocli. */
    public DomainCommands() {}

    /** Signs the claim. */
    @Command(
            name = "claim",
            description = {
                "Sign, as an operator, that this domain is yours. Nothing is sent.",
                "Serve the answer, written as JSON (-o json), at URL"
                        + Claim.PATH
                        + "; a node does so"
                        + " when OCN_DOMAIN_CLAIM names the file."
            })
    public int claim(
            @Parameters(
                            paramLabel = "URL",
                            description = "The node's address, to the letter as it will be listed.")
                    URI domain,
            @Mixin NetworkOptions network,
            @Mixin KeyOptions key,
            @Mixin OutputOptions output)
            throws IOException {
        Claim.refuseNonsense(domain);
        try (Rpc rpc = network.rpc()) {
            Wallet wallet = key.wallet();
            String message =
                    new CertifierContract(rpc, network.certifierAddress())
                            .messages()
                            .challenge(wallet.address(), domain.toString());
            output.show(
                    Entry.empty()
                            .with("operator", wallet.address())
                            .with("domain", domain)
                            .with("signature", wallet.signTyped(message)));
            output.say("Serve this as JSON (-o json) at " + domain + Claim.PATH);
        }
        return 0;
    }

    /** Looks, and proves. */
    @Command(
            name = "prove",
            description =
                    "Look, as an issuer, whether the operator's claim is served under the domain,"
                            + " and vouch for it.")
    public int prove(
            @Parameters(paramLabel = "URL", description = "The node's address.") URI domain,
            @Parameters(paramLabel = "ADDRESS", description = "The operator's account.")
                    Address operator,
            @Option(
                            names = "--insecure",
                            description = "Fetch it by http; for development networks.")
                    boolean insecure,
            @Mixin TermOptions term,
            @Mixin WriteOptions write)
            throws IOException {
        Claim.refuseNonsense(domain);
        Claim.refuseUnsafe(domain, insecure);
        Claim claim = Claim.fetched(domain);
        DomainProof proof = new DomainProof(operator, domain.toString(), term.term());
        Address at = write.network().certifierAddress();
        return write.carryOut(rpc -> {
            CertifierContract contract = new CertifierContract(rpc, at);
            if (!contract.answersChallenge(operator, domain.toString(), claim.signature())) {
                throw Failure.failed(
                        "What is served at %s%s is not signed by %s for this domain, chain and certifier: let the operator claim it anew,  ocn domain claim %s"
                                .formatted(domain, Claim.PATH, operator, domain));
            }
            return new VouchingDeed(contract, proof);
        });
    }
}
