package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.contract.RegistryMessages.Terms;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Typed messages (EIP-712) of one contract, as {@code eth_signTypedData} takes them. */
final class TypedMessages {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, Object> domain;

    /**
     * Messages for one contract.
     *
     * @param name how the contract calls itself
     * @param version its version
     * @param chainId its chain
     * @param contract where it is
     */
    TypedMessages(String name, String version, long chainId, Address contract) {
        this.domain =
                Map.of(
                        "name",
                        name,
                        "version",
                        version,
                        "chainId",
                        chainId,
                        "verifyingContract",
                        contract.lowerCase());
    }

    /** An argument of the function. */
    record Member(String type, String name, Object value) {}

    /** The call of a function, by its author, under these terms. */
    String message(String function, String authorName, Terms terms, List<Member> arguments) {
        List<Member> members = new ArrayList<>();
        members.add(new Member("address", authorName, terms.author().lowerCase()));
        members.addAll(arguments);
        members.add(new Member("uint256", "nonce", terms.nonce()));
        members.add(new Member("uint256", "deadline", terms.deadline().getEpochSecond()));
        return message(function, members);
    }

    /** Something that is said, with all that is said of it. */
    String message(String kind, List<Member> members) {
        Map<String, Object> types = new LinkedHashMap<>();
        types.put(
                "EIP712Domain",
                List.of(
                        type("string", "name"),
                        type("string", "version"),
                        type("uint256", "chainId"),
                        type("address", "verifyingContract")));
        types.put(kind, members.stream().map(m -> type(m.type(), m.name())).toList());
        Map<String, Object> values = new LinkedHashMap<>();
        members.forEach(m -> values.put(m.name(), m.value()));
        return MAPPER.writeValueAsString(
                Map.of(
                        "types", types,
                        "primaryType", kind,
                        "domain", domain,
                        "message", values));
    }

    private static Map<String, String> type(String type, String name) {
        return Map.of("name", name, "type", type);
    }
}
