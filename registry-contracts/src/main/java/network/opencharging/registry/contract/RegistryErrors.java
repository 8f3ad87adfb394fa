package network.opencharging.registry.contract;

import static java.util.Map.entry;

import network.opencharging.registry.Address;
import network.opencharging.registry.chain.tx.RevertWords;
import network.opencharging.registry.generated.OcnRegistry;

import org.web3j.abi.CustomErrorEncoder;
import org.web3j.abi.FunctionReturnDecoder;
import org.web3j.abi.datatypes.CustomError;
import org.web3j.abi.datatypes.Type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why the registry refused something, in sentences that say what to do. */
public final class RegistryErrors implements RevertWords {
    private static final List<CustomError> KNOWN =
            List.of(
                    OcnRegistry.ADDRESSZERO_ERROR,
                    OcnRegistry.COUNTRYCODEINVALID_ERROR,
                    OcnRegistry.DOMAINLENGTHINVALID_ERROR,
                    OcnRegistry.DOMAINNOTCANONICAL_ERROR,
                    OcnRegistry.DOMAINSCHEMEINVALID_ERROR,
                    OcnRegistry.DOMAINTAKEN_ERROR,
                    OcnRegistry.ECDSAINVALIDSIGNATURE_ERROR,
                    OcnRegistry.ECDSAINVALIDSIGNATURELENGTH_ERROR,
                    OcnRegistry.ECDSAINVALIDSIGNATURES_ERROR,
                    OcnRegistry.ENFORCEDPAUSE_ERROR,
                    OcnRegistry.EXPECTEDPAUSE_ERROR,
                    OcnRegistry.INVALIDACCOUNTNONCE_ERROR,
                    OcnRegistry.INVALIDSHORTSTRING_ERROR,
                    OcnRegistry.MESSAGEEXPIRED_ERROR,
                    OcnRegistry.MODULEUNKNOWN_ERROR,
                    OcnRegistry.OPERATORUNKNOWN_ERROR,
                    OcnRegistry.OWNABLEINVALIDOWNER_ERROR,
                    OcnRegistry.OWNABLEUNAUTHORIZEDACCOUNT_ERROR,
                    OcnRegistry.OWNERREQUIRED_ERROR,
                    OcnRegistry.PARTIESATTACHED_ERROR,
                    OcnRegistry.PARTYIDINVALID_ERROR,
                    OcnRegistry.PARTYIDTAKEN_ERROR,
                    OcnRegistry.PARTYUNKNOWN_ERROR,
                    OcnRegistry.PAUSERREQUIRED_ERROR,
                    OcnRegistry.ROLEUNKNOWN_ERROR,
                    OcnRegistry.ROLESMISSING_ERROR,
                    OcnRegistry.SIGNERMISMATCH_ERROR,
                    OcnRegistry.STRINGTOOLONG_ERROR);

    private static final Map<String, CustomError> BY_SELECTOR =
            KNOWN.stream()
                    .collect(
                            Collectors.toMap(
                                    error -> CustomErrorEncoder.encode(error).substring(0, 10),
                                    error -> error));

    /** The arguments stand for %1$s, %2$s and so on. */
    private static final Map<String, String> SENTENCES =
            Map.ofEntries(
                    entry("AddressZero", "an address is missing: give one that is not zero"),
                    entry(
                            "CountryCodeInvalid",
                            "country code '%1$s' must be two upper-case letters"),
                    entry(
                            "PartyIdInvalid",
                            "party id '%1$s' must be three upper-case letters or digits"),
                    entry("RolesMissing", "a party needs at least one role"),
                    entry("RoleUnknown", "the registry does not know role number %1$s"),
                    entry("ModuleUnknown", "the registry does not know module number %1$s"),
                    entry(
                            "DomainLengthInvalid",
                            "the domain has %1$s bytes: it must have 1 to 255"),
                    entry(
                            "DomainSchemeInvalid",
                            "domain '%1$s' must start with https:// or http:// and name a host"),
                    entry(
                            "DomainNotCanonical",
                            "domain '%1$s' is not canonical at position %2$s: write it in lower"
                                    + " case without a slash at the end, user name or query"),
                    entry("DomainTaken", "domain '%1$s' belongs to operator %2$s"),
                    entry(
                            "OperatorUnknown",
                            "%1$s has no node in the registry: register the node first"),
                    entry(
                            "PartiesAttached",
                            "the node of %1$s still carries %2$s parties: dismiss them first"),
                    entry("PartyIdTaken", "party %1$s/%2$s belongs to %3$s"),
                    entry("PartyUnknown", "%1$s has no party in the registry"),
                    entry(
                            "MessageExpired",
                            "the signed message was good until %1$s (seconds since 1970): sign a"
                                    + " new one"),
                    entry(
                            "SignerMismatch",
                            "the message must be signed by %1$s for exactly these arguments and the"
                                    + " current nonce, but the signature leads to %2$s"),
                    entry("ECDSAInvalidSignature", "the signature is no signature of anybody"),
                    entry(
                            "ECDSAInvalidSignatureLength",
                            "the signature has %1$s bytes: it must have 65"),
                    entry(
                            "ECDSAInvalidSignatureS",
                            "the signature is the second form of a genuine one and not accepted"),
                    entry(
                            "EnforcedPause",
                            "the registry is paused: until its owner ends the pause one can only"
                                    + " leave"),
                    entry("ExpectedPause", "the registry is not paused"),
                    entry("InvalidAccountNonce", "the nonce of %1$s is %2$s"),
                    entry("OwnableUnauthorizedAccount", "%1$s is not the owner of the registry"),
                    entry("OwnableInvalidOwner", "%1$s cannot own the registry"),
                    entry("OwnerRequired", "the registry must keep an owner"),
                    entry(
                            "PauserRequired",
                            "%1$s may not pause the registry: only its owner and its pauser may"),
                    entry("InvalidShortString", "the contract's own name is broken"),
                    entry("StringTooLong", "the contract's own name '%1$s' is too long"));

    @Override
    public String sentence(String data) {
        CustomError error = BY_SELECTOR.get(data.substring(0, 10));
        if (error == null) {
            return RevertWords.STANDARD.sentence(data);
        }
        List<Object> arguments = new ArrayList<>();
        for (Type<?> value :
                FunctionReturnDecoder.decode(data.substring(10), error.getParameters())) {
            arguments.add(readable(value.getValue()));
        }
        return SENTENCES
                .getOrDefault(error.getName(), error.getName())
                .formatted(arguments.toArray());
    }

    private static Object readable(Object value) {
        return switch (value) {
            case byte[] bytes when bytes.length <= 3 ->
                    new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
            case byte[] bytes -> "0x" + HexFormat.of().formatHex(bytes);
            case String text -> Address.of(text).map(Address::checksummed).orElse(text);
            default -> value;
        };
    }
}
