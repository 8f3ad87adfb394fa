// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {ICertifier} from "./ICertifier.sol";
import {RegistryBook} from "./RegistryBook.sol";

/// @title Reading the whole registry in few calls.
/// @notice Start with cursor 0 and go on with `next` until it equals `total`. Ask for all pages at one block: an entry
/// that is deleted between two pages moves another one to its place.
abstract contract RegistryPages is RegistryBook {
    using EnumerableSet for EnumerableSet.AddressSet;

    /// @notice Operators with their domains.
    function operatorsPage(uint256 cursor, uint256 limit)
        external
        view
        returns (OperatorEntry[] memory page, uint256 next, uint256 total)
    {
        total = _operatorAddresses().length();
        next = _end(cursor, limit, total);
        page = new OperatorEntry[](next - _start(cursor, next));
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _operatorEntry(_operatorAddresses().at(cursor + i));
        }
    }

    /// @notice Parties with everything that is written about them; domains come with the operators.
    function partiesPage(uint256 cursor, uint256 limit)
        external
        view
        returns (PartyEntry[] memory page, uint256 next, uint256 total)
    {
        total = _partyAddresses().length();
        next = _end(cursor, limit, total);
        page = new PartyEntry[](next - _start(cursor, next));
        for (uint256 i = 0; i < page.length; ++i) {
            page[i] = _partyEntry(_partyAddresses().at(cursor + i));
        }
    }

    /// @notice Of the parties in this page those that were written in `sinceBlock` or later. What was deleted since is
    /// not seen here but in `lastChange` and in the events.
    function partiesChangedSince(uint256 sinceBlock, uint256 cursor, uint256 limit)
        external
        view
        returns (PartyEntry[] memory page, uint256 next, uint256 total)
    {
        total = _partyAddresses().length();
        next = _end(cursor, limit, total);
        page = new PartyEntry[](next - _start(cursor, next));
        uint256 found = 0;
        for (uint256 i = cursor; i < next; ++i) {
            address party = _partyAddresses().at(i);
            if (_party(party).changedAt >= sinceBlock) page[found++] = _partyEntry(party);
        }
        assembly ("memory-safe") {
            mstore(page, found) // the list was made for the case that all have changed
        }
    }

    /// @notice One party with everything that is written about it.
    function partyEntry(address partyAddress) external view returns (PartyEntry memory) {
        return _partyEntry(partyAddress);
    }

    /// @notice What a party calls itself.
    function partyProfile(address partyAddress) external view returns (string memory name, string memory url) {
        Profile storage profile = _profile(partyAddress);
        return (profile.name, profile.url);
    }

    /// @notice Whether this party is listed, reached, and certified for all its roles where that is demanded, now.
    function isValid(bytes2 countryCode, bytes3 partyId) external view returns (bool) {
        address holder = _holderOf(countryCode, partyId);
        return _reachedThrough(holder) != address(0) && _mayBe(holder, countryCode, partyId, _party(holder).roles);
    }

    /// @notice Who decides what must be proved; zero in an open network.
    function certifier() external view returns (ICertifier) {
        return _certifierInUse();
    }

    /// @notice How many operators have a node.
    function operatorCount() external view returns (uint256) {
        return _operatorAddresses().length();
    }

    /// @notice How many parties are listed.
    function partyCount() external view returns (uint256) {
        return _partyAddresses().length();
    }

    /// @notice The block of the last change of any kind, deletions included; zero before the first.
    function lastChange() external view returns (uint256) {
        return _lastChange();
    }

    /// @notice The pair under which this operator carries this party, whether or not the party is listed so; zero if none.
    function admission(address operator, address partyAddress)
        external
        view
        returns (bytes2 countryCode, bytes3 partyId)
    {
        bytes5 pair = _admissionOf(operator, partyAddress);
        return (bytes2(pair), bytes3(pair << 16));
    }

    function _end(uint256 cursor, uint256 limit, uint256 total) private pure returns (uint256) {
        if (cursor >= total) return total;
        return limit > total - cursor ? total : cursor + limit;
    }

    function _start(uint256 cursor, uint256 end) private pure returns (uint256) {
        return cursor < end ? cursor : end;
    }
}
