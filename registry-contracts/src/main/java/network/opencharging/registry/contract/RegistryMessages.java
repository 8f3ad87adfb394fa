package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.contract.TypedMessages.Member;
import network.opencharging.registry.directory.Modules;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The registry's writes as typed messages (EIP-712) that their author signs. Each names its
 * function, its author, all arguments, the author's next nonce and a deadline, and is good on one
 * chain for one contract.
 */
public final class RegistryMessages {
    private final TypedMessages messages;

    /** Messages for the registry at this address of this chain. */
    public RegistryMessages(long chainId, Address registry) {
        this.messages = new TypedMessages("OCN Registry", "3", chainId, registry);
    }

    /**
     * How long a message is good.
     *
     * @param author who signs
     * @param nonce the author's next nonce in the registry
     * @param deadline until when it may be sent
     */
    public record Terms(Address author, BigInteger nonce, Instant deadline) {}

    /** For {@link RegistryCalls#setNodeSigned}. */
    public String setNode(Terms terms, URI url) {
        return messages.message(
                "SetNode", "operator", terms, List.of(member("string", "domain", url.toString())));
    }

    /** For {@link RegistryCalls#deleteNodeSigned}. */
    public String deleteNode(Terms terms) {
        return messages.message("DeleteNode", "operator", terms, List.of());
    }

    /** For {@link RegistryCalls#admitPartySigned}. */
    public String admitParty(Terms terms, Address party, PartyId id) {
        return messages.message(
                "AdmitParty",
                "operator",
                terms,
                List.of(
                        member("address", "party", party.lowerCase()),
                        member("bytes2", "countryCode", hex(Encoding.country(id))),
                        member("bytes3", "partyId", hex(Encoding.party(id)))));
    }

    /** For {@link RegistryCalls#dismissPartySigned}. */
    public String dismissParty(Terms terms, Address party) {
        return messages.message(
                "DismissParty",
                "operator",
                terms,
                List.of(member("address", "party", party.lowerCase())));
    }

    /** For {@link RegistryCalls#setPartySigned}. */
    public String setParty(Terms terms, PartyId id, Set<Role> roles, Address operator) {
        return messages.message(
                "SetParty",
                "party",
                terms,
                List.of(
                        member("bytes2", "countryCode", hex(Encoding.country(id))),
                        member("bytes3", "partyId", hex(Encoding.party(id))),
                        member("uint8[]", "roles", Encoding.ordinals(roles)),
                        member("address", "operator", operator.lowerCase())));
    }

    /** For {@link RegistryCalls#setPartyModulesSigned}. */
    public String setPartyModules(Terms terms, Modules modules) {
        return messages.message(
                "SetPartyModules",
                "party",
                terms,
                List.of(
                        member("uint8[]", "sender", Encoding.moduleOrdinals(modules.sender())),
                        member(
                                "uint8[]",
                                "receiver",
                                Encoding.moduleOrdinals(modules.receiver()))));
    }

    /** For {@link RegistryCalls#setPartyProfileSigned}. */
    public String setPartyProfile(Terms terms, String name, String url) {
        return messages.message(
                "SetPartyProfile",
                "party",
                terms,
                List.of(member("string", "name", name), member("string", "url", url)));
    }

    /** For {@link RegistryCalls#deletePartySigned}. */
    public String deleteParty(Terms terms) {
        return messages.message("DeleteParty", "party", terms, List.of());
    }

    private static Member member(String type, String name, Object value) {
        return new Member(type, name, value);
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
