// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What the first published registry looks like from outside: its functions, tuples and events, and its habits
/// that a reader must live with. Nothing is checked: this is for tests.
contract FirstPublished {
    struct Listing {
        bytes2 countryCode;
        bytes3 partyId;
        uint8[] roles;
        uint8[] sender;
        uint8[] receiver;
        address operator;
    }

    event OperatorUpdate(address indexed operator, string domain);
    event PartyUpdate(
        bytes2 countryCode,
        bytes3 partyId,
        address indexed partyAddress,
        uint8[] roles,
        uint8[] modulesSender,
        uint8[] modulesReceiver,
        address indexed operatorAddress
    );

    mapping(address operator => string domain) public getNode;
    mapping(address party => Listing listing) private _listings;
    mapping(address party => bool seen) private _seen;
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
        _deleteNode(msg.sender);
    }

    function deleteNodeRaw(address operator, uint8 v, bytes32 r, bytes32 s) external {
        _deleteNode(_author(abi.encodePacked(operator), v, r, s));
    }

    function setParty(bytes2 countryCode, bytes3 partyId, uint8[] calldata roles, address operator) external {
        _carried(operator);
        _put(msg.sender, Listing(countryCode, partyId, roles, new uint8[](0), new uint8[](0), operator));
    }

    function setPartyRaw(
        address party,
        bytes2 countryCode,
        bytes3 partyId,
        uint8[] calldata roles,
        address operator,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        _same(party, _author(abi.encodePacked(party, countryCode, partyId, roles, operator), v, r, s));
        _carried(operator);
        _put(party, Listing(countryCode, partyId, roles, new uint8[](0), new uint8[](0), operator));
    }

    function setPartyModules(uint8[] calldata sender, uint8[] calldata receiver) external {
        _setModules(msg.sender, sender, receiver);
    }

    function setPartyModulesRaw(
        address party,
        uint8[] calldata sender,
        uint8[] calldata receiver,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        _same(party, _author(abi.encodePacked(party, sender, receiver), v, r, s));
        _setModules(party, sender, receiver);
    }

    function deleteParty() external {
        _deleteParty(msg.sender);
    }

    function deletePartyRaw(address party, uint8 v, bytes32 r, bytes32 s) external {
        _same(party, _author(abi.encodePacked(party), v, r, s));
        _deleteParty(party);
    }

    /// Many at once, for tests only.
    function fill(uint256 from, uint256 count, address operator) external {
        uint8[] memory roles = new uint8[](2);
        roles[1] = 1;
        for (uint256 i = from; i < from + count; i++) {
            bytes3 partyId = bytes3(abi.encodePacked(_sign(i / 1296), _sign((i / 36) % 36), _sign(i % 36)));
            address party = address(uint160(uint256(keccak256(abi.encode(i)))));
            _put(party, Listing("DE", partyId, roles, new uint8[](0), new uint8[](0), operator));
        }
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
            bytes2 countryCode,
            bytes3 partyId,
            uint8[] memory modulesSender,
            uint8[] memory modulesReceiver,
            uint8[] memory roles,
            address operatorAddress,
            string memory operatorDomain
        )
    {
        Listing memory l = _listings[party];
        return (l.countryCode, l.partyId, l.sender, l.receiver, l.roles, l.operator, getNode[l.operator]);
    }

    function _setNode(address operator, string calldata domain) private {
        getNode[operator] = domain;
        if (!_seenOperator[operator]) _operators.push(operator);
        _seenOperator[operator] = true;
        emit OperatorUpdate(operator, domain);
    }

    /// The operator stays in the list, without a domain.
    function _deleteNode(address operator) private {
        delete getNode[operator];
        emit OperatorUpdate(operator, "");
    }

    function _setModules(address party, uint8[] calldata sender, uint8[] calldata receiver) private {
        Listing memory listing = _listings[party];
        listing.sender = sender;
        listing.receiver = receiver;
        _put(party, listing);
    }

    /// The party stays in the list, without a listing.
    function _deleteParty(address party) private {
        Listing memory listing = _listings[party];
        require(listing.countryCode != bytes2(0), "this account is no party");
        delete _listings[party];
        uint8[] memory none = new uint8[](0);
        emit PartyUpdate(listing.countryCode, listing.partyId, party, none, none, none, address(0));
    }

    function _author(bytes memory packed, uint8 v, bytes32 r, bytes32 s) private pure returns (address) {
        return ecrecover(keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", keccak256(packed))), v, r, s);
    }

    function _same(address named, address author) private pure {
        require(named == author, "somebody else signed");
    }

    function _carried(address operator) private view {
        require(bytes(getNode[operator]).length > 0, "this operator has no node");
    }

    function _put(address party, Listing memory l) private {
        if (!_seen[party]) _parties.push(party);
        _seen[party] = true;
        _listings[party] = l;
        emit PartyUpdate(l.countryCode, l.partyId, party, l.roles, l.sender, l.receiver, l.operator);
    }

    function _sign(uint256 number) private pure returns (bytes1) {
        return bytes1(uint8(number < 26 ? 65 + number : 22 + number));
    }
}
