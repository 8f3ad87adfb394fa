// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Who decides whether somebody may call themselves what they do.
/// @notice The registry asks; what counts as proof is not its business, and can be changed without moving the registry.
interface ICertifier {
    /// @notice Whether this account may be listed as this party with all of these roles (a mask) now.
    function mayBe(address holder, bytes2 countryCode, bytes3 partyId, uint8 roles) external view returns (bool);

    /// @notice Whether this operator has proved that this domain (the hash of its text) is its own.
    function mayServe(address operator, bytes32 domainHash) external view returns (bool);
}
