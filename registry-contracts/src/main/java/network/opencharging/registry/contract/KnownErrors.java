package network.opencharging.registry.contract;

import network.opencharging.registry.generated.OcnCertifier;
import network.opencharging.registry.generated.OcnPermissions;
import network.opencharging.registry.generated.OcnRegistry;

import org.web3j.abi.datatypes.CustomError;

import java.util.List;

/** Every error of our contracts with its sentence; the arguments stand for %1$s, %2$s and so on. */
final class KnownErrors {

    /**
     * An error and what to say.
     *
     * @param error as the contract declares it
     * @param sentence what it means and what to do
     */
    record Known(CustomError error, String sentence) {}

    static final List<Known> ALL =
            List.of(
                    new Known(
                            OcnRegistry.ADDRESSZERO_ERROR,
                            "an address is missing: give one that is not zero"),
                    new Known(
                            OcnRegistry.COUNTRYCODEINVALID_ERROR,
                            "country code '%1$s' must be two upper-case letters"),
                    new Known(
                            OcnRegistry.PARTYIDINVALID_ERROR,
                            "party id '%1$s' must be three upper-case letters or digits"),
                    new Known(OcnRegistry.ROLESMISSING_ERROR, "a party needs at least one role"),
                    new Known(
                            OcnRegistry.ROLEUNKNOWN_ERROR,
                            "the registry does not know role number %1$s"),
                    new Known(
                            OcnRegistry.MODULEUNKNOWN_ERROR,
                            "the registry does not know module number %1$s"),
                    new Known(
                            OcnRegistry.DOMAINLENGTHINVALID_ERROR,
                            "the domain has %1$s bytes: it must have 1 to 255"),
                    new Known(
                            OcnRegistry.DOMAINSCHEMEINVALID_ERROR,
                            "domain '%1$s' must start with https:// or http:// and name a host"),
                    new Known(
                            OcnRegistry.DOMAINNOTCANONICAL_ERROR,
                            "domain '%1$s' is not canonical at position %2$s: write it in lower"
                                    + " case without a slash at the end, user name or query"),
                    new Known(
                            OcnRegistry.DOMAINTAKEN_ERROR,
                            "domain '%1$s' belongs to operator %2$s"),
                    new Known(
                            OcnRegistry.OPERATORUNKNOWN_ERROR,
                            "%1$s has no node in the registry: register the node first"),
                    new Known(
                            OcnRegistry.PARTIESATTACHED_ERROR,
                            "the node of %1$s still carries %2$s parties: dismiss them first"),
                    new Known(OcnRegistry.PARTYIDTAKEN_ERROR, "party %1$s/%2$s belongs to %3$s"),
                    new Known(OcnRegistry.PARTYUNKNOWN_ERROR, "%1$s has no party in the registry"),
                    new Known(
                            OcnRegistry.MESSAGEEXPIRED_ERROR,
                            "the signed message was good until %1$s (seconds since 1970): sign a"
                                    + " new one"),
                    new Known(
                            OcnRegistry.SIGNERMISMATCH_ERROR,
                            "the message must be signed by %1$s for exactly these arguments and the"
                                    + " current nonce, but the signature leads to %2$s"),
                    new Known(
                            OcnRegistry.ECDSAINVALIDSIGNATURE_ERROR,
                            "the signature is no signature of anybody"),
                    new Known(
                            OcnRegistry.ECDSAINVALIDSIGNATURELENGTH_ERROR,
                            "the signature has %1$s bytes: it must have 65"),
                    new Known(
                            OcnRegistry.ECDSAINVALIDSIGNATURES_ERROR,
                            "the signature is the second form of a genuine one and not accepted"),
                    new Known(
                            OcnRegistry.ENFORCEDPAUSE_ERROR,
                            "the registry is paused: until its owner ends the pause one can only"
                                    + " leave"),
                    new Known(OcnRegistry.EXPECTEDPAUSE_ERROR, "the registry is not paused"),
                    new Known(OcnRegistry.INVALIDACCOUNTNONCE_ERROR, "the nonce of %1$s is %2$s"),
                    new Known(
                            OcnRegistry.OWNABLEUNAUTHORIZEDACCOUNT_ERROR,
                            "%1$s is not the owner of the registry"),
                    new Known(
                            OcnRegistry.OWNABLEINVALIDOWNER_ERROR, "%1$s cannot own the registry"),
                    new Known(OcnRegistry.OWNERREQUIRED_ERROR, "the registry must keep an owner"),
                    new Known(
                            OcnRegistry.PAUSERREQUIRED_ERROR,
                            "%1$s may not pause the registry: only its owner and its pauser may"),
                    new Known(
                            OcnRegistry.INVALIDSHORTSTRING_ERROR,
                            "the contract's own name is broken"),
                    new Known(
                            OcnRegistry.STRINGTOOLONG_ERROR,
                            "the contract's own name '%1$s' is too long"),
                    new Known(
                            OcnRegistry.CERTIFICATEMISSING_ERROR,
                            "party %2$s/%3$s of %1$s needs a certificate for each of its roles:"
                                    + " present it first"),
                    new Known(
                            OcnRegistry.CERTIFIERINVALID_ERROR,
                            "there is no contract at %1$s that could certify anything"),
                    new Known(
                            OcnRegistry.DOMAINUNPROVED_ERROR,
                            "operator %1$s must first prove that '%2$s' is its own domain"),
                    new Known(
                            OcnRegistry.PROFILETOOLONG_ERROR,
                            "the name has %1$s bytes and the address %2$s: they may have 100 and"
                                    + " 255"),
                    new Known(OcnRegistry.STILLPROVED_ERROR, "%1$s has its proof, or needs none"),
                    new Known(OcnCertifier.ISSUERUNKNOWN_ERROR, "%1$s may not vouch for domains"),
                    new Known(
                            OcnCertifier.ROLEBEYONDSCOPE_ERROR,
                            "issuer %1$s may not vouch for role number %2$s"),
                    new Known(
                            OcnCertifier.NOTINFORCE_ERROR,
                            "it counts from %1$s to %2$s (seconds since 1970) and is revoked:"
                                    + " %3$s"),
                    new Known(
                            OcnCertifier.OLDERTHANHELD_ERROR,
                            "it counts until %1$s, what was presented before until %2$s (seconds"
                                    + " since 1970)"),
                    new Known(
                            OcnPermissions.AGREEMENTUNKNOWN_ERROR,
                            "%1$s has no agreement with %2$s"),
                    new Known(
                            OcnPermissions.PERMISSIONUNKNOWN_ERROR,
                            "there is no permission number %1$s: they go from 0 to 16"),
                    new Known(
                            OcnPermissions.PERMISSIONSDIFFER_ERROR,
                            "the service asks for other permissions (as mask %1$s) than were agreed"
                                    + " to (%2$s): look again"),
                    new Known(
                            OcnPermissions.PERMISSIONSMISSING_ERROR,
                            "a service needs at least one permission"),
                    new Known(
                            OcnPermissions.REGISTRYPAUSED_ERROR,
                            "the registry is paused: until its owner ends the pause one can only"
                                    + " leave"),
                    new Known(
                            OcnPermissions.SERVICETEXTTOOLONG_ERROR,
                            "the name has %1$s bytes and the address %2$s: they may have 100 and"
                                    + " 255"),
                    new Known(OcnPermissions.SERVICEUNKNOWN_ERROR, "%1$s offers no service"));

    private KnownErrors() {}
}
