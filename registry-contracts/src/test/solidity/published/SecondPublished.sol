// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What the second published registry looks like from outside: its functions, tuples and events, and its habits
/// that a reader must live with. Certificates are taken as they are: this is for tests.
contract SecondPublished {
    struct RoleDetails {
        bytes certificateData;
        bytes signature;
        uint8 role;
    }

    struct Listing {
        bytes2 countryCode;
        bytes3 partyId;
        uint8[] roles;
        string name;
        string url;
        address operator;
    }

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
        getNode[msg.sender] = domain;
        if (!_seenOperator[msg.sender]) _operators.push(msg.sender);
        _seenOperator[msg.sender] = true;
        emit OperatorUpdate(msg.sender, domain);
    }

    function deleteNode() external {
        delete getNode[msg.sender];
        emit OperatorUpdate(msg.sender, "");
    }

    function setParty(
        bytes2 countryCode,
        bytes3 partyId,
        RoleDetails[] calldata roles,
        address operator,
        string calldata name,
        string calldata url
    ) external {
        uint8[] memory ordinals = new uint8[](roles.length);
        for (uint256 i = 0; i < roles.length; i++) {
            ordinals[i] = roles[i].role;
        }
        _put(msg.sender, Listing(countryCode, partyId, ordinals, name, url, operator));
    }

    /// The party's place in the list becomes a hole.
    function deleteParty() external {
        Listing memory l = _listings[msg.sender];
        delete _listings[msg.sender];
        delete _parties[_index[msg.sender]];
        emit PartyDelete(l.countryCode, l.partyId, msg.sender, l.roles, l.name, l.url, 0, 0, true);
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
        return (
            party, l.countryCode, l.partyId, l.roles, 0, l.operator, l.name, l.url, l.countryCode != bytes2(0)
        );
    }

    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == 0x01ffc9a7;
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
