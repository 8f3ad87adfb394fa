package network.opencharging.registry.contract;

import network.opencharging.registry.contract.KnownErrors.Known;

import org.web3j.abi.TypeReference;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.CustomError;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint8;

import java.util.List;
import java.util.stream.Stream;

/** The errors of the second published registry; each carries its own sentence. */
final class PublishedErrors {
    private static final TypeReference<Utf8String> TEXT = new TypeReference<>() {};
    private static final TypeReference<Address> ACCOUNT = new TypeReference<>() {};
    private static final TypeReference<Uint8> NUMBER = new TypeReference<>() {};
    private static final TypeReference<Bytes32> WORD = new TypeReference<>() {};

    static final List<Known> ALL =
            Stream.concat(
                            Stream.of(
                                            "EmptyDomainName",
                                            "DomainNameAlreadyRegistered",
                                            "EmptyCountryCode",
                                            "EmptyPartyId",
                                            "NoRolesProvided",
                                            "EmptyOperator",
                                            "PartyAlreadyRegistered",
                                            "PartyNotRegistered",
                                            "SignerMismatch",
                                            // As the contract spells it.
                                            "CerificateOwnerMismatch")
                                    .map(name ->
                                            new Known(
                                                    new CustomError(name, List.of(TEXT)), "%1$s")),
                            Stream.of(
                                    new Known(
                                            new CustomError(
                                                    "AccessControlUnauthorizedAccount",
                                                    List.of(ACCOUNT, WORD)),
                                            "%1$s does not administer that registry"),
                                    new Known(
                                            new CustomError(
                                                    "InvalidCertificate", List.of(ACCOUNT, TEXT)),
                                            "the certificate's issuer %1$s does not count there:"
                                                    + " %2$s"),
                                    new Known(
                                            new CustomError(
                                                    "ProviderNotFound", List.of(NUMBER, TEXT)),
                                            "role number %1$s is given only to who is known: %2$s"),
                                    new Known(
                                            new CustomError(
                                                    "ProviderNotFound", List.of(TEXT, TEXT)),
                                            "the list of providers does not have '%1$s': %2$s")))
                    .toList();

    private PublishedErrors() {}
}
