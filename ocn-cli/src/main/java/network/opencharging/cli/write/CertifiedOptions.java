package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.PublishedCalls;
import network.opencharging.registry.contract.RegistryForm;
import network.opencharging.registry.contract.RoleCertificate;
import network.opencharging.registry.listing.Wish;
import network.opencharging.tools.terminal.Failure;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the second published registry wants with a listing. */
public final class CertifiedOptions {
    @Option(
            names = "--certificate",
            split = ",",
            paramLabel = "FILE",
            description =
                    "Second published registry only: the certificate of each role, as its issuer"
                            + " gave it (JSON).")
    private List<Path> certificates = List.of();

    @Option(
            names = "--name",
            defaultValue = "",
            description = "Second published registry only: the party's name.")
    private String name = "";

    @Option(
            names = "--url",
            defaultValue = "",
            description = "Second published registry only: the party's web address.")
    private String url = "";

    /** For picocli. */
    public CertifiedOptions() {}

    boolean given() {
        return !certificates.isEmpty() || !name.isEmpty() || !url.isEmpty();
    }

    /** Refuses them where nothing takes them. */
    void requireNone(RegistryForm form) {
        if (given() && form != RegistryForm.SECOND) {
            throw Failure.usage(
                    "--certificate, --name and --url belong to listings of the second published"
                        + " registry; here certificates are presented with  ocn certificate  and"
                        + " names are told with  ocn party profile");
        }
    }

    /** The listing, held against its certificates before anything is sent. */
    Deed listing(Address registry, Wish.SetParty wish) {
        List<RoleCertificate> read = new ArrayList<>();
        for (Path file : certificates) {
            read.add(CertificateFile.read(file));
        }
        Set<?> certified = read.stream().map(RoleCertificate::role).collect(Collectors.toSet());
        if (!certified.equals(wish.roles()) || certified.size() != read.size()) {
            throw Failure.usage(
                    "The second published registry lists a party only with one certificate for each role: you named roles %s and gave certificates for %s with --certificate."
                            .formatted(
                                    wish.roles().stream().sorted().toList(),
                                    read.stream().map(RoleCertificate::role).toList()));
        }
        for (RoleCertificate certificate : read) {
            if (!certificate.isAbout(wish.id())) {
                throw Failure.usage(
                        "The certificate for %s is about '%s', not about %s: ask its issuer for the right one."
                                .formatted(
                                        certificate.role(),
                                        certificate.holder().identifier(),
                                        wish.id()));
            }
        }
        return new CertifiedDeed(
                new PublishedCalls(registry).setParty(wish.id(), read, wish.operator(), name, url),
                wish,
                read.getFirst().holder().owner());
    }
}
