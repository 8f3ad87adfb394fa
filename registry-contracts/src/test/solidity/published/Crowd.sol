// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface IRegistry {
    function setNode(string calldata domain) external;
    function setParty(bytes2 countryCode, bytes3 partyId, uint8[] calldata roles, address operator) external;
    function admitParty(address partyAddress, bytes2 countryCode, bytes3 partyId) external;
}

/// @title A party that lists itself when it is made.
contract CrowdMember {
    constructor(IRegistry registry, bytes3 partyId, uint8[] memory roles, address operator) {
        registry.setParty("DE", partyId, roles, operator);
    }
}

/// @title An operator with very many parties, each an account of its own: for tests and measurements of reading.
contract Crowd {
    IRegistry private immutable REGISTRY;

    constructor(IRegistry registry) {
        REGISTRY = registry;
        registry.setNode("https://crowd.example");
    }

    /// Lists and admits the parties of these numbers; there are 36 * 36 * 36 party ids.
    function fill(uint256 from, uint256 count) external {
        uint8[] memory roles = new uint8[](2);
        (roles[0], roles[1]) = (0, 1);
        for (uint256 i = from; i < from + count; ++i) {
            bytes3 partyId = bytes3((uint24(letter(i / 1296)) << 16) | (uint24(letter(i / 36)) << 8) | letter(i));
            CrowdMember member = new CrowdMember(REGISTRY, partyId, roles, address(this));
            REGISTRY.admitParty(address(member), "DE", partyId);
        }
    }

    function letter(uint256 number) private pure returns (uint8) {
        uint256 digit = number % 36;
        return uint8(digit < 26 ? 0x41 + digit : 0x30 + digit - 26);
    }
}
