package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The registry's writes as typed messages (EIP-712) that their author signs. Each names its
 * function, its author, all arguments, the author's next nonce and a deadline, and is good on one
 * chain for one contract.
 */
public final class RegistryMessages {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Object> domain;

    /** Messages for the registry at this address of this chain. */
    public RegistryMessages(long chainId, Address registry) {
        this.domain =
                Map.of(
                        "name",
                        "OCN Registry",
                        "version",
                        "3",
                        "chainId",
                        chainId,
                        "verifyingContract",
                        registry.lowerCase());
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
        return message(
                "SetNode", "operator", terms, List.of(member("string", "domain", url.toString())));
    }

    /** For {@link RegistryCalls#deleteNodeSigned}. */
    public String deleteNode(Terms terms) {
        return message("DeleteNode", "operator", terms, List.of());
    }

    /** For {@link RegistryCalls#admitPartySigned}. */
    public String admitParty(Terms terms, Address party, PartyId id) {
        return message(
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
        return message(
                "DismissParty",
                "operator",
                terms,
                List.of(member("address", "party", party.lowerCase())));
    }

    /** For {@link RegistryCalls#setPartySigned}. */
    public String setParty(Terms terms, PartyId id, Set<Role> roles, Address operator) {
        return message(
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
        return message(
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
        return message(
                "SetPartyProfile",
                "party",
                terms,
                List.of(member("string", "name", name), member("string", "url", url)));
    }

    /** For {@link RegistryCalls#deletePartySigned}. */
    public String deleteParty(Terms terms) {
        return message("DeleteParty", "party", terms, List.of());
    }

    private record Member(String type, String name, Object value) {}

    private static Member member(String type, String name, Object value) {
        return new Member(type, name, value);
    }

    private String message(
            String function, String authorName, Terms terms, List<Member> arguments) {
        List<Member> members = new ArrayList<>();
        members.add(member("address", authorName, terms.author().lowerCase()));
        members.addAll(arguments);
        members.add(member("uint256", "nonce", terms.nonce()));
        members.add(member("uint256", "deadline", terms.deadline().getEpochSecond()));
        Map<String, Object> types = new LinkedHashMap<>();
        types.put(
                "EIP712Domain",
                List.of(
                        type("string", "name"),
                        type("string", "version"),
                        type("uint256", "chainId"),
                        type("address", "verifyingContract")));
        types.put(function, members.stream().map(m -> type(m.type(), m.name())).toList());
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach(m -> values.put(m.name(), m.value()));
        return MAPPER.writeValueAsString(
                Map.of(
                        "types", types,
                        "primaryType", function,
                        "domain", domain,
                        "message", values));
    }

    private static Map<String, String> type(String type, String name) {
        return Map.of("name", name, "type", type);
    }

    private static String hex(byte[] bytes) {
        return "0x" + HexFormat.of().formatHex(bytes);
    }
}
