// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {Ocpi} from "./Ocpi.sol";
import {RegistryBook} from "./RegistryBook.sol";

/// @title The read functions of the first published registry: its selectors, tuples and ordinals.
/// @notice A node built for the first registry reads this one unchanged. An operator is given only where the party is
/// really reached through it; otherwise address zero and an empty domain, as the first registry answered for strangers.
abstract contract FirstRegistryReads is RegistryBook {
    using EnumerableSet for EnumerableSet.AddressSet;

    /// @notice The domain of an operator's node, empty when there is none.
    function getNode(address operator) external view returns (string memory) {
        return _operator(operator).domain;
    }

    /// @notice All operators that have a node.
    function getNodeOperators() external view returns (address[] memory) {
        return _operatorAddresses().values();
    }

    /// @notice All listed parties.
    function getParties() external view returns (address[] memory) {
        return _partyAddresses().values();
    }

    /// @notice Who runs the node of this party.
    function getOperatorByAddress(address party) external view returns (address operator, string memory domain) {
        return _reached(party);
    }

    /// @notice Who runs the node of this party.
    function getOperatorByOcpi(bytes2 countryCode, bytes3 partyId)
        external
        view
        returns (address operator, string memory domain)
    {
        return _reached(_holderOf(countryCode, partyId));
    }

    /// @notice A listing by address; modules come before roles.
    function getPartyDetailsByAddress(address partyAddress)
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
        Party storage p = _party(partyAddress);
        countryCode = p.countryCode;
        partyId = p.partyId;
        modulesSender = Ocpi.unpack(p.sender);
        modulesReceiver = Ocpi.unpack(p.receiver);
        roles = Ocpi.unpack(p.roles);
        (operatorAddress, operatorDomain) = _reached(partyAddress);
    }

    /// @notice A listing by country code and party id; roles come before modules.
    function getPartyDetailsByOcpi(bytes2 countryCode, bytes3 partyId)
        external
        view
        returns (
            address partyAddress,
            uint8[] memory roles,
            uint8[] memory modulesSender,
            uint8[] memory modulesReceiver,
            address operatorAddress,
            string memory operatorDomain
        )
    {
        partyAddress = _holderOf(countryCode, partyId);
        Party storage p = _party(partyAddress);
        roles = Ocpi.unpack(p.roles);
        modulesSender = Ocpi.unpack(p.sender);
        modulesReceiver = Ocpi.unpack(p.receiver);
        (operatorAddress, operatorDomain) = _reached(partyAddress);
    }

    function _reached(address party) private view returns (address operator, string memory domain) {
        operator = _reachedThrough(party);
        domain = _operator(operator).domain;
    }
}
