// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SecondOracle} from "./SecondOracle.sol";
import {SecondVerifier} from "./SecondVerifier.sol";

/// @title What the second published registry looks like from outside: its functions, tuples and events, and its habits
/// that a reader must live with. It asks the same of certificates, in the same order, in words of its own. Payments are not
/// there: nothing depends on them. This is for tests.
contract SecondPublished {
    struct RoleDetails {
        bytes certificateData;
        bytes signature;
        uint8 role;
    }

    struct Signed {
        address party;
        bytes2 countryCode;
        bytes3 partyId;
        RoleDetails[] roles;
        address operator;
        string name;
        string url;
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    struct Listing {
        bytes2 countryCode;
        bytes3 partyId;
        uint8[] roles;
        string name;
        string url;
        address operator;
    }

    error EmptyDomainName(string reason);
    error DomainNameAlreadyRegistered(string reason);
    error EmptyCountryCode(string reason);
    error EmptyPartyId(string reason);
    error NoRolesProvided(string reason);
    error EmptyOperator(string reason);
    error PartyAlreadyRegistered(string reason);
    error PartyNotRegistered(string reason);
    error SignerMismatch(string reason);
    error InvalidCertificate(address verifier, string reason);
    error ProviderNotFound(uint8 role, string reason);
    error CerificateOwnerMismatch(string reason);
    error AccessControlUnauthorizedAccount(address account, bytes32 neededRole);

    event OperatorUpdate(address indexed operator, string domain);
    event PartyUpdate(
        bytes2 countryCode,
        bytes3 partyId,
        address indexed partyAddress,
        uint8[] roles,
        string name,
        string url,
        uint8 paymentStatus,
        uint8 cvStatus,
        bool active,
        address indexed operatorAddress
    );
    event PartyDelete(
        bytes2 countryCode,
        bytes3 partyId,
        address indexed partyAddress,
        uint8[] roles,
        string name,
        string url,
        uint8 paymentStatus,
        uint8 cvStatus,
        bool active
    );

    SecondVerifier public immutable certificateVerifier;
    address public immutable paymentManager;
    address private immutable _admin;
    mapping(address operator => string domain) public getNode;
    mapping(address verifier => bool allowed) public isAllowedVerifier;
    mapping(string domain => bool used) private _domains;
    mapping(bytes2 countryCode => mapping(bytes3 partyId => address party)) private _holders;
    mapping(uint8 role => SecondOracle oracle) private _oracles;
    mapping(address party => Listing listing) private _listings;
    mapping(address party => uint256 index) private _index;
    mapping(address operator => bool seen) private _seenOperator;
    address[] private _parties;
    address[] private _operators;

    constructor(address payments, SecondVerifier verifier) {
        (paymentManager, certificateVerifier, _admin) = (payments, verifier, msg.sender);
    }

    modifier onlyAdmin() {
        if (msg.sender != _admin) revert AccessControlUnauthorizedAccount(msg.sender, bytes32(0));
        _;
    }

    function setVerifier(address verifier) external onlyAdmin {
        isAllowedVerifier[verifier] = true;
    }

    function removeVerifier(address verifier) external onlyAdmin {
        isAllowedVerifier[verifier] = false;
    }

    function setProviderOracle(uint8 role, SecondOracle oracle) external onlyAdmin {
        _oracles[role] = oracle;
    }

    function setNode(string calldata domain) external {
        _setNode(msg.sender, domain);
    }

    function setNodeRaw(address operator, string calldata domain, uint8 v, bytes32 r, bytes32 s) external {
        _setNode(_author(abi.encodePacked(operator, domain), v, r, s), domain);
    }

    function deleteNode() external {
        _deleteNode(msg.sender);
    }

    function deleteNodeRaw(address operator, uint8 v, bytes32 r, bytes32 s) external {
        _deleteNode(_author(abi.encodePacked(operator), v, r, s));
    }

    /// Lists whom the certificates are about, whoever sends.
    function setParty(
        bytes2 countryCode,
        bytes3 partyId,
        RoleDetails[] calldata roles,
        address operator,
        string calldata name,
        string calldata url
    ) external {
        RoleDetails[] memory all = roles;
        Listing memory l;
        (l.countryCode, l.partyId, l.roles) = (countryCode, partyId, _ordinals(all));
        (l.name, l.url, l.operator) = (name, url, operator);
        _put(l, all);
    }

    /// setPartyRaw: it has more arguments than fit side by side, so they are read as one.
    fallback() external {
        require(msg.sig == 0xe1e64995, "there is no such function");
        Signed memory m = abi.decode(bytes.concat(bytes32(uint256(32)), msg.data[4:]), (Signed));
        bytes memory packed =
            abi.encodePacked(m.party, m.countryCode, m.partyId, _hashOf(m.roles), m.operator, m.name, m.url);
        if (_author(packed, m.v, m.r, m.s) != m.party) revert SignerMismatch("somebody else signed");
        _put(Listing(m.countryCode, m.partyId, _ordinals(m.roles), m.name, m.url, m.operator), m.roles);
    }

    function deleteParty() external {
        _deleteParty(msg.sender);
    }

    function deletePartyRaw(address party, uint8 v, bytes32 r, bytes32 s) external {
        if (_author(abi.encodePacked(party), v, r, s) != party) revert SignerMismatch("somebody else signed");
        _deleteParty(party);
    }

    function getNodeOperators() external view returns (address[] memory) {
        return _operators;
    }

    function getParties() external view returns (address[] memory) {
        return _parties;
    }

    function getPartyDetailsByAddress(address party)
        external
        view
        returns (
            address partyAddress,
            bytes2 countryCode,
            bytes3 partyId,
            uint8[] memory roles,
            uint8 paymentStatus,
            address operatorAddress,
            string memory name,
            string memory url,
            bool active
        )
    {
        Listing memory l = _listings[party];
        return (party, l.countryCode, l.partyId, l.roles, 0, l.operator, l.name, l.url, l.countryCode != bytes2(0));
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7;
    }

    /// An old domain stays taken when its operator moves.
    function _setNode(address operator, string memory domain) private {
        if (bytes(domain).length == 0) revert EmptyDomainName("a node has an address");
        if (_domains[domain]) revert DomainNameAlreadyRegistered("this address is taken");
        _domains[domain] = true;
        getNode[operator] = domain;
        if (!_seenOperator[operator]) _operators.push(operator);
        _seenOperator[operator] = true;
        emit OperatorUpdate(operator, domain);
    }

    function _deleteNode(address operator) private {
        string memory domain = getNode[operator];
        if (bytes(domain).length == 0) revert EmptyDomainName("this account has no node");
        delete _domains[domain];
        delete getNode[operator];
        emit OperatorUpdate(operator, "");
    }

    /// The party's place in the list becomes a hole.
    function _deleteParty(address party) private {
        Listing memory l = _listings[party];
        if (l.operator == address(0)) revert PartyNotRegistered("this account is no party");
        delete _holders[l.countryCode][l.partyId];
        delete _listings[party];
        delete _parties[_index[party]];
        emit PartyDelete(l.countryCode, l.partyId, party, l.roles, l.name, l.url, 0, 0, true);
    }

    /// Every certificate must be signed by who may, be about the same account, and be known to the role's oracle.
    function _owner(RoleDetails[] memory roles) private view returns (address owner) {
        for (uint256 i = 0; i < roles.length; i++) {
            (string memory identifier, address one) = _verified(roles[i]);
            if (owner == address(0)) owner = one;
            if (owner != one) revert CerificateOwnerMismatch("certificates of several accounts");
            SecondOracle oracle = _oracles[roles[i].role];
            if (address(oracle) != address(0)) {
                string memory known = oracle.getProvider(identifier).identifier;
                if (keccak256(bytes(known)) != keccak256(bytes(identifier))) {
                    revert ProviderNotFound(roles[i].role, "the oracle means another");
                }
            }
        }
    }

    function _verified(RoleDetails memory role) private view returns (string memory identifier, address owner) {
        address signer;
        if (role.role == 1) {
            SecondVerifier.EMPCertificate memory emp;
            (signer, emp,) = certificateVerifier.verifyEMP(role.certificateData, role.signature);
            (identifier, owner) = (emp.identifier, emp.owner);
        } else {
            SecondVerifier.CPOCertificate memory other;
            (signer, other,) = role.role == 0
                ? certificateVerifier.verifyCPO(role.certificateData, role.signature)
                : certificateVerifier.verifyOther(role.certificateData, role.signature);
            (identifier, owner) = (other.identifier, other.owner);
        }
        if (!isAllowedVerifier[signer]) revert InvalidCertificate(signer, "its issuer is not on the list");
    }

    function _ordinals(RoleDetails[] memory roles) private pure returns (uint8[] memory ordinals) {
        ordinals = new uint8[](roles.length);
        for (uint256 i = 0; i < roles.length; i++) {
            ordinals[i] = roles[i].role;
        }
    }

    function _hashOf(RoleDetails[] memory roles) private pure returns (bytes32) {
        bytes memory all;
        for (uint256 i = 0; i < roles.length; i++) {
            all = abi.encodePacked(all, roles[i].certificateData, roles[i].signature, roles[i].role);
        }
        return keccak256(all);
    }

    function _author(bytes memory packed, uint8 v, bytes32 r, bytes32 s) private pure returns (address) {
        return ecrecover(keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", keccak256(packed))), v, r, s);
    }

    function _put(Listing memory l, RoleDetails[] memory roles) private {
        if (l.countryCode == bytes2(0)) revert EmptyCountryCode("a party has a country");
        if (l.partyId == bytes3(0)) revert EmptyPartyId("a party has an id");
        if (roles.length == 0) revert NoRolesProvided("a party has a role");
        if (l.operator == address(0)) revert EmptyOperator("a party has an operator");
        address party = _owner(roles);
        address holder = _holders[l.countryCode][l.partyId];
        if (holder != address(0) && holder != party) revert PartyAlreadyRegistered("somebody else is this party");
        _holders[l.countryCode][l.partyId] = party;
        if (bytes(getNode[l.operator]).length == 0) revert PartyNotRegistered("this operator has no node");
        if (_listings[party].countryCode == bytes2(0)) {
            _index[party] = _parties.length;
            _parties.push(party);
        }
        _listings[party] = l;
        emit PartyUpdate(l.countryCode, l.partyId, party, l.roles, l.name, l.url, 0, 0, true, l.operator);
    }
}
