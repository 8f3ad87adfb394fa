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
        getNode[msg.sender] = domain;
        if (!_seenOperator[msg.sender]) _operators.push(msg.sender);
        _seenOperator[msg.sender] = true;
        emit OperatorUpdate(msg.sender, domain);
    }

    /// The operator stays in the list, without a domain.
    function deleteNode() external {
        delete getNode[msg.sender];
        emit OperatorUpdate(msg.sender, "");
    }

    function setParty(bytes2 countryCode, bytes3 partyId, uint8[] calldata roles, address operator) external {
        _put(msg.sender, Listing(countryCode, partyId, roles, new uint8[](0), new uint8[](0), operator));
    }

    function setPartyModules(uint8[] calldata sender, uint8[] calldata receiver) external {
        Listing memory listing = _listings[msg.sender];
        listing.sender = sender;
        listing.receiver = receiver;
        _put(msg.sender, listing);
    }

    /// The party stays in the list, without a listing.
    function deleteParty() external {
        Listing memory listing = _listings[msg.sender];
        delete _listings[msg.sender];
        uint8[] memory none = new uint8[](0);
        emit PartyUpdate(listing.countryCode, listing.partyId, msg.sender, none, none, none, address(0));
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
