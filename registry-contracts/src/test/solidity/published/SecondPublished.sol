// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What the second published registry looks like from outside: its functions, tuples and events, and its habits
/// that a reader must live with. Certificates are read and believed: this is for tests.
contract SecondPublished {
    struct RoleDetails {
        bytes certificateData;
        bytes signature;
        uint8 role;
    }

    struct OfEmsp {
        string identifier;
        string name;
        string marktfunktion;
        string lieferant;
        string bilanzkreis;
        address owner;
        string vatid;
    }

    struct OfOther {
        string identifier;
        string name;
        address owner;
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

    struct Signature {
        bytes32 r;
        bytes32 s;
        uint8 v;
    }

    struct Listing {
        bytes2 countryCode;
        bytes3 partyId;
        uint8[] roles;
        string name;
        string url;
        address operator;
    }

    error SignerMismatch(string reason);
    error InvalidCertificate(address verifier, string reason);
    error CerificateOwnerMismatch(string reason);

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

    mapping(address operator => string domain) public getNode;
    mapping(address party => Listing listing) private _listings;
    mapping(address party => uint256 index) private _index;
    mapping(address operator => bool seen) private _seenOperator;
    address[] private _parties;
    address[] private _operators;

    function setNode(string calldata domain) external {
        _setNode(msg.sender, domain);
    }

    function setNodeRaw(address operator, string calldata domain, uint8 v, bytes32 r, bytes32 s) external {
        _setNode(_author(abi.encodePacked(operator, domain), v, r, s), domain);
    }

    function deleteNode() external {
        _setNode(msg.sender, "");
    }

    function deleteNodeRaw(address operator, uint8 v, bytes32 r, bytes32 s) external {
        _setNode(_author(abi.encodePacked(operator), v, r, s), "");
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
        _put(_owner(all), l);
    }

    /// setPartyRaw: it has more arguments than fit side by side, so they are read as one.
    fallback() external {
        require(msg.sig == 0xe1e64995, "there is no such function");
        Signed memory m = abi.decode(bytes.concat(bytes32(uint256(32)), msg.data[4:]), (Signed));
        bytes memory packed =
            abi.encodePacked(m.party, m.countryCode, m.partyId, _hashOf(m.roles), m.operator, m.name, m.url);
        if (_author(packed, m.v, m.r, m.s) != m.party) revert SignerMismatch("somebody else signed");
        _put(_owner(m.roles), Listing(m.countryCode, m.partyId, _ordinals(m.roles), m.name, m.url, m.operator));
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

    function _setNode(address operator, string memory domain) private {
        getNode[operator] = domain;
        if (!_seenOperator[operator]) _operators.push(operator);
        _seenOperator[operator] = true;
        emit OperatorUpdate(operator, domain);
    }

    /// The party's place in the list becomes a hole.
    function _deleteParty(address party) private {
        Listing memory l = _listings[party];
        delete _listings[party];
        delete _parties[_index[party]];
        emit PartyDelete(l.countryCode, l.partyId, party, l.roles, l.name, l.url, 0, 0, true);
    }

    /// Certificates of EMSPs say where it stands in the market, others do not.
    function _owner(RoleDetails[] memory roles) private pure returns (address owner) {
        for (uint256 i = 0; i < roles.length; i++) {
            address one = roles[i].role == 1
                ? abi.decode(roles[i].certificateData, (OfEmsp)).owner
                : abi.decode(roles[i].certificateData, (OfOther)).owner;
            Signature memory by = abi.decode(roles[i].signature, (Signature));
            if (by.v != 27 && by.v != 28) revert InvalidCertificate(address(0), "this is no signature");
            if (i > 0 && one != owner) revert CerificateOwnerMismatch("certificates of several accounts");
            owner = one;
        }
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

    function _put(address party, Listing memory l) private {
        if (_listings[party].countryCode == bytes2(0)) {
            _index[party] = _parties.length;
            _parties.push(party);
        }
        _listings[party] = l;
        emit PartyUpdate(l.countryCode, l.partyId, party, l.roles, l.name, l.url, 0, 0, true, l.operator);
    }
}
