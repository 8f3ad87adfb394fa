// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {Ocpi} from "./Ocpi.sol";

/// @title What is written in the registry, and the rules that hold whoever writes.
/// @notice Knows nothing about who may write; the callers have settled that before they come here.
/// @dev Invariants (proved by the contract tests): a domain belongs to at most one operator and a pair to at most one
/// party; neither outlives its entry; the sets hold exactly the entries; `attached` counts the admitted parties.
abstract contract RegistryBook {
    using EnumerableSet for EnumerableSet.AddressSet;

    /// A node operator: where the node is reached. No entry: empty domain.
    struct Operator {
        string domain;
        uint32 changedAt;
        uint32 attached;
    }

    /// A party's listing; one storage slot. No entry: empty country code.
    struct Party {
        address operator;
        bytes2 countryCode;
        bytes3 partyId;
        uint8 roles;
        uint8 sender;
        uint8 receiver;
        uint32 changedAt;
    }

    /// An operator as the paging getter returns it.
    struct OperatorEntry {
        address operator;
        string domain;
        uint32 attached;
        uint32 changedAt;
    }

    /// A party as the paging getter returns it; roles and modules are masks (bit n is ordinal n).
    /// It is reachable if `admitted` and if its operator has a domain.
    struct PartyEntry {
        address party;
        bytes2 countryCode;
        bytes3 partyId;
        uint8 roles;
        uint8 sender;
        uint8 receiver;
        address operator;
        bool admitted;
        uint32 changedAt;
    }

    /// The operator's domain is now this; empty when the node is gone. Topic as published by the first registry.
    event OperatorUpdate(address indexed operator, string domain);
    /// The listing as the first registry published it; empty roles and operator zero mean it is gone.
    /// A party that its operator has not admitted shows operator zero with its roles.
    event PartyUpdate(
        bytes2 countryCode,
        bytes3 partyId,
        address indexed partyAddress,
        uint8[] roles,
        uint8[] modulesSender,
        uint8[] modulesReceiver,
        address indexed operatorAddress
    );
    /// The whole listing after a change, enough to follow the registry without asking it.
    event PartyListed(
        address indexed party,
        address indexed operator,
        bytes2 countryCode,
        bytes3 partyId,
        uint8 roles,
        uint8 sender,
        uint8 receiver,
        bool admitted
    );
    /// This pair is free again.
    event PartyRemoved(address indexed party, address indexed operator, bytes2 countryCode, bytes3 partyId);
    /// The operator now carries this party under this pair (or, with pair zero, no longer).
    event PartyAdmission(address indexed operator, address indexed party, bytes2 countryCode, bytes3 partyId);

    /// A needed address is zero.
    error AddressZero();
    /// Another operator has this domain.
    error DomainTaken(string domain, address holder);
    /// This address has no node in the registry.
    error OperatorUnknown(address operator);
    /// The node still carries parties: dismiss them first.
    error PartiesAttached(address operator, uint256 count);
    /// Another address has this country code and party id.
    error PartyIdTaken(bytes2 countryCode, bytes3 partyId, address holder);
    /// This address has no party in the registry.
    error PartyUnknown(address party);

    EnumerableSet.AddressSet private _operatorSet;
    EnumerableSet.AddressSet private _partySet;
    mapping(address operator => Operator) private _operators;
    mapping(address party => Party) private _parties;
    mapping(bytes32 domainHash => address operator) private _domainHolder;
    mapping(bytes5 pair => address party) private _pairHolder;
    mapping(address operator => mapping(address party => bytes5 pair)) private _admissions;
    uint32 private _changedAt;

    // ---- operators

    function _setNode(address operator, string calldata domain) internal {
        if (operator == address(0)) revert AddressZero();
        Ocpi.requireDomain(domain);
        bytes32 hash = keccak256(bytes(domain));
        address holder = _domainHolder[hash];
        if (holder != address(0) && holder != operator) revert DomainTaken(domain, holder);

        Operator storage entry = _operators[operator];
        if (!_operatorSet.add(operator)) delete _domainHolder[keccak256(bytes(entry.domain))];
        _domainHolder[hash] = operator;
        entry.domain = domain;
        entry.changedAt = _touch();
        emit OperatorUpdate(operator, domain);
    }

    /// @dev The forced way is the administrator's: the parties stay listed and are unreachable until they move.
    function _deleteNode(address operator, bool forced) internal {
        if (!_operatorSet.remove(operator)) revert OperatorUnknown(operator);
        Operator storage entry = _operators[operator];
        if (entry.attached != 0 && !forced) revert PartiesAttached(operator, entry.attached);
        delete _domainHolder[keccak256(bytes(entry.domain))];
        delete entry.domain;
        entry.changedAt = _touch();
        emit OperatorUpdate(operator, "");
    }

    // ---- parties

    function _setParty(address party, bytes2 countryCode, bytes3 partyId, uint8 roles, address operator) internal {
        if (party == address(0) || operator == address(0)) revert AddressZero();
        Ocpi.requirePair(countryCode, partyId);
        if (!_operatorSet.contains(operator)) revert OperatorUnknown(operator);
        bytes5 pair = Ocpi.pair(countryCode, partyId);
        address holder = _pairHolder[pair];
        if (holder != address(0) && holder != party) revert PartyIdTaken(countryCode, partyId, holder);

        Party storage entry = _parties[party];
        _leave(party, entry, pair, operator);
        _partySet.add(party);
        if (holder == address(0)) _pairHolder[pair] = party;
        entry.operator = operator;
        entry.countryCode = countryCode;
        entry.partyId = partyId;
        entry.roles = roles;
        if (_isAdmitted(operator, party, pair)) ++_operators[operator].attached;
        _publish(party, entry);
    }

    function _setPartyModules(address party, uint8 sender, uint8 receiver) internal {
        Party storage entry = _known(party);
        entry.sender = sender;
        entry.receiver = receiver;
        _publish(party, entry);
    }

    function _deleteParty(address party) internal {
        Party storage entry = _known(party);
        _leave(party, entry, 0, address(0));
        _partySet.remove(party);
        delete _parties[party];
        _touch();
    }

    /// @dev The consent is bound to the pair: it ends when the party takes another name.
    function _admit(address operator, address party, bytes2 countryCode, bytes3 partyId) internal {
        if (party == address(0)) revert AddressZero();
        Ocpi.requirePair(countryCode, partyId);
        if (!_operatorSet.contains(operator)) revert OperatorUnknown(operator);
        _changeAdmission(operator, party, Ocpi.pair(countryCode, partyId));
        emit PartyAdmission(operator, party, countryCode, partyId);
    }

    function _dismiss(address operator, address party) internal {
        _changeAdmission(operator, party, 0);
        emit PartyAdmission(operator, party, 0, 0);
    }

    // ---- reading

    function _operator(address operator) internal view returns (Operator storage) {
        return _operators[operator];
    }

    function _party(address party) internal view returns (Party storage) {
        return _parties[party];
    }

    function _holderOf(bytes2 countryCode, bytes3 partyId) internal view returns (address) {
        return _pairHolder[Ocpi.pair(countryCode, partyId)];
    }

    function _operatorAddresses() internal view returns (EnumerableSet.AddressSet storage) {
        return _operatorSet;
    }

    function _partyAddresses() internal view returns (EnumerableSet.AddressSet storage) {
        return _partySet;
    }

    function _lastChange() internal view returns (uint32) {
        return _changedAt;
    }

    function _admissionOf(address operator, address party) internal view returns (bytes5) {
        return _admissions[operator][party];
    }

    /// @return the operator through whom the party is reached now, or zero.
    function _reachedThrough(address party) internal view returns (address) {
        Party storage entry = _parties[party];
        address operator = entry.operator;
        bool reachable = _operatorSet.contains(operator)
            && _isAdmitted(operator, party, Ocpi.pair(entry.countryCode, entry.partyId));
        return reachable ? operator : address(0);
    }

    function _operatorEntry(address operator) internal view returns (OperatorEntry memory) {
        Operator storage entry = _operators[operator];
        return OperatorEntry(operator, entry.domain, entry.attached, entry.changedAt);
    }

    function _partyEntry(address party) internal view returns (PartyEntry memory) {
        Party memory p = _parties[party];
        bool admitted = _isAdmitted(p.operator, party, Ocpi.pair(p.countryCode, p.partyId));
        return
            PartyEntry(
                party, p.countryCode, p.partyId, p.roles, p.sender, p.receiver, p.operator, admitted, p.changedAt
            );
    }

    // ---- inside

    /// @dev Ends what the party no longer keeps. A change of pair is a new listing: the old pair is free at once, its
    /// modules are not carried over. A change of operator or pair ends the consent given for the old one.
    function _leave(address party, Party storage entry, bytes5 newPair, address newOperator) private {
        if (entry.countryCode == 0) return;
        address operator = entry.operator;
        bytes2 countryCode = entry.countryCode;
        bytes3 partyId = entry.partyId;
        bytes5 pair = Ocpi.pair(countryCode, partyId);
        if (_isAdmitted(operator, party, pair)) {
            --_operators[operator].attached;
            if (pair != newPair || operator != newOperator) {
                delete _admissions[operator][party];
                emit PartyAdmission(operator, party, 0, 0);
            }
        }
        if (pair == newPair) return;
        delete _pairHolder[pair];
        entry.sender = 0;
        entry.receiver = 0;
        uint8[] memory none = new uint8[](0);
        emit PartyUpdate(countryCode, partyId, party, none, none, none, address(0));
        emit PartyRemoved(party, operator, countryCode, partyId);
    }

    function _changeAdmission(address operator, address party, bytes5 pair) private {
        Party storage entry = _parties[party];
        bytes5 listed = Ocpi.pair(entry.countryCode, entry.partyId);
        bool here = listed != 0 && entry.operator == operator;
        bool was = here && _isAdmitted(operator, party, listed);
        _admissions[operator][party] = pair;
        bool is_ = here && pair == listed;
        if (was == is_) return;
        if (is_) ++_operators[operator].attached;
        else --_operators[operator].attached;
        _publish(party, entry);
    }

    function _publish(address party, Party storage entry) private {
        entry.changedAt = _touch();
        Party memory p = entry;
        bool admitted = _isAdmitted(p.operator, party, Ocpi.pair(p.countryCode, p.partyId));
        emit PartyUpdate(
            p.countryCode,
            p.partyId,
            party,
            Ocpi.unpack(p.roles),
            Ocpi.unpack(p.sender),
            Ocpi.unpack(p.receiver),
            _reachedThrough(party)
        );
        emit PartyListed(party, p.operator, p.countryCode, p.partyId, p.roles, p.sender, p.receiver, admitted);
    }

    function _known(address party) private view returns (Party storage entry) {
        entry = _parties[party];
        if (entry.countryCode == 0) revert PartyUnknown(party);
    }

    function _isAdmitted(address operator, address party, bytes5 pair) private view returns (bool) {
        return pair != 0 && _admissions[operator][party] == pair;
    }

    function _touch() private returns (uint32 number) {
        number = uint32(block.number);
        if (_changedAt != number) _changedAt = number;
    }
}
