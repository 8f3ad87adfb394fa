// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {Ocpi} from "./Ocpi.sol";
import {OcnRegistry} from "./OcnRegistry.sol";

/// @title The read functions of the second published registry, over this one.
/// @notice The first and the second registry use the same selectors for different tuples, so the second needs an address
/// of its own. Its role ordinals have no HUB: a hub shows as OTHER. Nobody pays anything here, so the payment status is
/// always 0; the parties' names and addresses are their profiles. Holds no state and has no owner.
contract SecondRegistryView is IERC165 {
    /// The registry that is read.
    OcnRegistry public immutable registry;
    /// The second registry's payment contract: there is none.
    address public constant paymentManager = address(0);

    constructor(OcnRegistry registryInUse) {
        registry = registryInUse;
    }

    /// @notice True for access control, by which the second registry is told from the first.
    function supportsInterface(bytes4 id) external pure returns (bool) {
        return id == type(IERC165).interfaceId || id == type(IAccessControl).interfaceId;
    }

    /// @notice Who certifies; zero in an open network.
    function certificateVerifier() external view returns (address) {
        return address(registry.certifier());
    }

    /// @notice The domain of an operator's node, empty when there is none.
    function getNode(address operator) external view returns (string memory) {
        return registry.getNode(operator);
    }

    /// @notice All operators that have a node.
    function getNodeOperators() external view returns (address[] memory) {
        return registry.getNodeOperators();
    }

    /// @notice Who runs the node of this party.
    function getOperatorByAddress(address party) external view returns (address operator, string memory domain) {
        return registry.getOperatorByAddress(party);
    }

    /// @notice Who runs the node of this party.
    function getOperatorByOcpi(bytes2 countryCode, bytes3 partyId)
        external
        view
        returns (address operator, string memory domain)
    {
        return registry.getOperatorByOcpi(countryCode, partyId);
    }

    /// @notice All listed parties, without holes.
    function getParties() external view returns (address[] memory) {
        return registry.getParties();
    }

    /// @notice How many parties are listed.
    function getPartiesCount() external view returns (uint256) {
        return registry.partyCount();
    }

    /// @notice The parties that are reached through this operator.
    function getPartiesByOperator(address operator) external view returns (address[] memory parties) {
        (OcnRegistry.PartyEntry[] memory all,,) = registry.partiesPage(0, type(uint256).max);
        parties = new address[](all.length);
        uint256 found = 0;
        for (uint256 i = 0; i < all.length; ++i) {
            if (all[i].admitted && all[i].operator == operator) parties[found++] = all[i].party;
        }
        assembly ("memory-safe") {
            mstore(parties, found) // the list was made for the case that all fit
        }
    }

    /// @notice The parties with this role, by the second registry's ordinal.
    function getPartiesByRole(uint8 role) external view returns (address[] memory parties) {
        (OcnRegistry.PartyEntry[] memory all,,) = registry.partiesPage(0, type(uint256).max);
        parties = new address[](all.length);
        uint256 found = 0;
        for (uint256 i = 0; i < all.length; ++i) {
            uint8[] memory roles = Ocpi.unpackForSecond(all[i].roles);
            for (uint256 j = 0; j < roles.length; ++j) {
                if (roles[j] == role) parties[found++] = all[i].party;
            }
        }
        assembly ("memory-safe") {
            mstore(parties, found) // the list was made for the case that all fit
        }
    }

    /// @notice A listing by address, nine members.
    function getPartyDetailsByAddress(address account)
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
        OcnRegistry.PartyEntry memory p = registry.partyEntry(account);
        partyAddress = p.countryCode == 0 ? address(0) : account;
        countryCode = p.countryCode;
        partyId = p.partyId;
        roles = Ocpi.unpackForSecond(p.roles);
        paymentStatus = 0;
        (operatorAddress,) = registry.getOperatorByAddress(account);
        (name, url) = registry.partyProfile(account);
        active = operatorAddress != address(0);
    }

    /// @notice A listing by country code and party id: the same nine members and the (unused) staking block.
    function getPartyDetailsByOcpi(bytes2 country, bytes3 id)
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
            bool active,
            uint256 stakingBlock
        )
    {
        (partyAddress,,,,,) = registry.getPartyDetailsByOcpi(country, id);
        OcnRegistry.PartyEntry memory p = registry.partyEntry(partyAddress);
        countryCode = p.countryCode;
        partyId = p.partyId;
        roles = Ocpi.unpackForSecond(p.roles);
        paymentStatus = 0;
        (operatorAddress,) = registry.getOperatorByAddress(partyAddress);
        (name, url) = registry.partyProfile(partyAddress);
        active = operatorAddress != address(0);
        stakingBlock = 0;
    }
}
