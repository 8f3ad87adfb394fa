package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.protocol.party.Role;
import network.opencharging.registry.directory.Modules;
import network.opencharging.registry.directory.Party;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The published registries. They share their selectors and differ in what they answer: tuples and
 * the numbers of roles.
 */
enum Generation {
    /**
     * {@code (bytes2 countryCode, bytes3 partyId, uint8[] sender, uint8[] receiver, uint8[] roles,
     * address operator, string domain)}.
     */
    FIRST {
        @Override
        List<Role> roles() {
            return List.of(
                    Role.CPO, Role.EMSP, Role.HUB, Role.NAP, Role.NSP, Role.OTHER, Role.SCSP);
        }

        @Override
        Optional<Party> details(Address account, Answer answer) {
            Modules modules = Encoding.modules(answer.numbers(2), answer.numbers(3));
            return party(account, answer, 0, answer.numbers(4), modules, answer.address(5));
        }

        @Override
        Optional<Party> update(Address account, Address operator, Answer log) {
            Modules modules = Encoding.modules(log.numbers(3), log.numbers(4));
            return party(account, log, 0, log.numbers(2), modules, operator);
        }
    },

    /**
     * {@code (address party, bytes2 countryCode, bytes3 partyId, uint8[] roles, uint8 payment,
     * address operator, string name, string url, bool active)}; it knows no hubs and no modules.
     */
    SECOND {
        @Override
        List<Role> roles() {
            return List.of(Role.CPO, Role.EMSP, Role.NAP, Role.NSP, Role.OTHER, Role.SCSP);
        }

        @Override
        Optional<Party> details(Address account, Answer answer) {
            return party(
                    account, answer, 1, answer.numbers(3), Modules.UNDECLARED, answer.address(5));
        }

        @Override
        Optional<Party> update(Address account, Address operator, Answer log) {
            return party(account, log, 0, log.numbers(2), Modules.UNDECLARED, operator);
        }
    };

    /** The roles by their numbers. */
    abstract List<Role> roles();

    /** What {@code getPartyDetailsByAddress} answers about an account; empty when it has none. */
    abstract Optional<Party> details(Address account, Answer answer);

    /** What a {@code PartyUpdate} says; empty when it says that the listing is gone. */
    abstract Optional<Party> update(Address account, Address operator, Answer log);

    /** An operator is not asked there: whoever names one is carried by it. */
    Optional<Party> party(
            Address account,
            Answer from,
            int idWord,
            List<Integer> ordinals,
            Modules modules,
            Address operator) {
        List<Role> roles = roles();
        Set<Role> known =
                ordinals.stream()
                        .filter(ordinal -> ordinal < roles.size())
                        .map(roles::get)
                        .collect(Collectors.toSet());
        return known.isEmpty() || operator.isZero()
                ? Optional.empty()
                : Encoding.partyId(from.left(idWord, 2), from.left(idWord + 1, 3))
                        .map(id -> new Party(id, account, known, modules, operator, true));
    }
}
