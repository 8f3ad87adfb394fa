// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {ICertifier} from "./ICertifier.sol";
import {Ocpi} from "./Ocpi.sol";
import {RegistryEvents} from "./RegistryEvents.sol";

/// @title What is written in the registry, and the rules that hold whoever writes.
/// @notice Knows nothing about who may write; the callers have settled that before they come here.
/// @dev Invariants (proved by the contract tests): a domain belongs to at most one operator and a pair to at most one
/// party; neither outlives its entry; the sets hold exactly the entries; `attached` counts the admitted parties.
abstract contract RegistryBook is RegistryEvents {
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
    /// The operator must first prove that the domain is its own.
    error DomainUnproved(address operator, string domain);
    /// The party must first present a certificate for each of these roles (a mask) that needs one.
    error CertificateMissing(address party, bytes2 countryCode, bytes3 partyId, uint8 roles);
    /// What shall be removed as unproved is proved, or nothing needs to be proved.
    error StillProved(address account);
    /// At this address is no contract that could certify anything.
    error CertifierInvalid(address certifier);
    /// A party's name may have 100 bytes, its address on the web 255.
    error ProfileTooLong(uint256 name, uint256 url);

    EnumerableSet.AddressSet private _operatorSet;
    EnumerableSet.AddressSet private _partySet;
    mapping(address operator => Operator) private _operators;
    mapping(address party => Party) private _parties;
    mapping(bytes32 domainHash => address operator) private _domainHolder;
    mapping(bytes5 pair => address party) private _pairHolder;
    mapping(address operator => mapping(address party => bytes5 pair)) private _admissions;
    mapping(address party => Profile) private _profiles;
    ICertifier private _certifier;
    uint32 private _changedAt;

    // ---- operators

    function _setNode(address operator, string calldata domain) internal {
        if (operator == address(0)) revert AddressZero();
        Ocpi.requireDomain(domain);
        bytes32 hash = keccak256(bytes(domain));
        if (!_mayServe(operator, hash)) revert DomainUnproved(operator, domain);
        address holder = _domainHolder[hash];
        if (holder != address(0) && holder != operator) {
            // Who has no proof, or none any more, gives way to who has one.
            if (_mayServe(holder, hash)) revert DomainTaken(domain, holder);
            _deleteNode(holder, true);
        }

        Operator storage entry = _operators[operator];
        if (!_operatorSet.add(operator)) delete _domainHolder[keccak256(bytes(entry.domain))];
        _domainHolder[hash] = operator;
        entry.domain = domain;
        entry.changedAt = _touch();
        emit OperatorUpdate(operator, domain);
    }

    /// @dev The forced way is the administrator's and the proved owner's: the parties stay listed and are unreachable
    /// until they move.
    function _deleteNode(address operator, bool forced) internal {
        if (!_operatorSet.remove(operator)) revert OperatorUnknown(operator);
        Operator storage entry = _operators[operator];
        if (entry.attached != 0 && !forced) revert PartiesAttached(operator, entry.attached);
        delete _domainHolder[keccak256(bytes(entry.domain))];
        delete entry.domain;
        entry.changedAt = _touch();
        emit OperatorUpdate(operator, "");
    }

    function _removeUnproved(address operator) internal {
        if (!_operatorSet.contains(operator)) revert OperatorUnknown(operator);
        if (_mayServe(operator, keccak256(bytes(_operators[operator].domain)))) revert StillProved(operator);
        _deleteNode(operator, true);
    }

    // ---- parties

    function _setParty(address party, bytes2 countryCode, bytes3 partyId, uint8 roles, address operator) internal {
        if (party == address(0) || operator == address(0)) revert AddressZero();
        Ocpi.requirePair(countryCode, partyId);
        if (!_operatorSet.contains(operator)) revert OperatorUnknown(operator);
        if (!_mayBe(party, countryCode, partyId, roles)) {
            revert CertificateMissing(party, countryCode, partyId, roles);
        }
        bytes5 pair = Ocpi.pair(countryCode, partyId);
        _makeRoom(party, pair, countryCode, partyId);

        Party storage entry = _parties[party];
        _leave(party, entry, pair, operator);
        _partySet.add(party);
        _pairHolder[pair] = party;
        entry.operator = operator;
        entry.countryCode = countryCode;
        entry.partyId = partyId;
        entry.roles = roles;
        if (_isAdmitted(operator, party, pair)) ++_operators[operator].attached;
        _publish(party, entry);
    }

    function _makeRoom(address party, bytes5 pair, bytes2 countryCode, bytes3 partyId) private {
        address holder = _pairHolder[pair];
        if (holder == address(0) || holder == party) return;
        // Who has no certificate, or none any more, gives way to who has one.
        if (_mayBe(holder, countryCode, partyId, _parties[holder].roles)) {
            revert PartyIdTaken(countryCode, partyId, holder);
        }
        _deleteParty(holder);
    }

    function _setProfile(address party, string calldata name, string calldata url) internal {
        Party storage entry = _known(party);
        if (bytes(name).length > 100 || bytes(url).length > 255) {
            revert ProfileTooLong(bytes(name).length, bytes(url).length);
        }
        _profiles[party] = Profile(name, url);
        emit PartyProfile(party, name, url);
        _publish(party, entry);
    }

    function _removeUncertified(address party) internal {
        Party storage entry = _known(party);
        if (_mayBe(party, entry.countryCode, entry.partyId, entry.roles)) revert StillProved(party);
        _deleteParty(party);
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
        delete _profiles[party];
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

    function _setCertifier(ICertifier certifier) internal {
        if (address(certifier) != address(0) && address(certifier).code.length == 0) {
            revert CertifierInvalid(address(certifier));
        }
        _certifier = certifier;
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

    function _profile(address party) internal view returns (Profile storage) {
        return _profiles[party];
    }

    function _certifierInUse() internal view returns (ICertifier) {
        return _certifier;
    }

    /// @dev Without a certifier everybody may be what they say.
    function _mayBe(address party, bytes2 countryCode, bytes3 partyId, uint8 roles) internal view returns (bool) {
        ICertifier certifier = _certifier;
        return address(certifier) == address(0) || certifier.mayBe(party, countryCode, partyId, roles);
    }

    function _mayServe(address operator, bytes32 domainHash) internal view returns (bool) {
        ICertifier certifier = _certifier;
        return address(certifier) == address(0) || certifier.mayServe(operator, domainHash);
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
        bytes5 pair = Ocpi.pair(entry.countryCode, entry.partyId);
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
        _announceGone(_announcement(party, entry), _profiles[party]);
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
        _announce(_announcement(party, entry), _profiles[party]);
    }

    function _announcement(address party, Party storage entry) private view returns (Announcement memory a) {
        Party memory p = entry;
        a.party = party;
        a.operator = p.operator;
        a.reachedThrough = _reachedThrough(party);
        a.countryCode = p.countryCode;
        a.partyId = p.partyId;
        a.roles = p.roles;
        a.sender = p.sender;
        a.receiver = p.receiver;
        a.admitted = _isAdmitted(p.operator, party, Ocpi.pair(p.countryCode, p.partyId));
        a.certified = _isCertified(party, p);
    }

    /// @dev Only told, never demanded here: nobody is kept from leaving by a certifier that does not answer.
    function _isCertified(address party, Party memory p) private view returns (bool) {
        ICertifier certifier = _certifier;
        if (address(certifier) == address(0)) return false;
        bytes memory question = abi.encodeCall(ICertifier.mayBe, (party, p.countryCode, p.partyId, p.roles));
        (bool answered, bytes memory answer) = address(certifier).staticcall(question);
        return answered && answer.length == 32 && abi.decode(answer, (uint256)) == 1;
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
