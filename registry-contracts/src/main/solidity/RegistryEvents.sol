// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ocpi} from "./Ocpi.sol";

/// @title What the registry tells the world: its own events, and those of the first and second published registry, so
/// that what was built to follow those can follow this one.
abstract contract RegistryEvents {
    /// The operator's domain is now this; empty when the node is gone. Topic as published by the first registry.
    event OperatorUpdate(address indexed operator, string domain);
    /// The listing as the first registry published it; empty roles and operator zero mean it is gone.
    /// A party that its operator has not admitted shows operator zero with its roles.
    event PartyUpdate(
        bytes2 countryCode,
        bytes3 partyId,
        address indexed partyAddress,
        uint8[] roles,
        uint8[] modulesSender,
        uint8[] modulesReceiver,
        address indexed operatorAddress
    );
    /// The whole listing after a change, enough to follow the registry without asking it.
    event PartyListed(
        address indexed party,
        address indexed operator,
        bytes2 countryCode,
        bytes3 partyId,
        uint8 roles,
        uint8 sender,
        uint8 receiver,
        bool admitted
    );
    /// This pair is free again.
    event PartyRemoved(address indexed party, address indexed operator, bytes2 countryCode, bytes3 partyId);
    /// The operator now carries this party under this pair (or, with pair zero, no longer).
    event PartyAdmission(address indexed operator, address indexed party, bytes2 countryCode, bytes3 partyId);
    /// What the party calls itself.
    event PartyProfile(address indexed party, string name, string url);
    /// The listing as the second registry published it, with that registry's role ordinals.
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
    /// The listing that is gone, as the second registry published it.
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

    /// What a party calls itself; both may be empty.
    struct Profile {
        string name;
        string url;
    }

    /// A listing on its way to the world.
    struct Announcement {
        address party;
        address operator;
        address reachedThrough;
        bytes2 countryCode;
        bytes3 partyId;
        uint8 roles;
        uint8 sender;
        uint8 receiver;
        bool admitted;
        bool certified;
    }

    uint8 internal constant NOTHING_PAID = 0;

    function _announce(Announcement memory a, Profile memory profile) internal {
        emit PartyUpdate(
            a.countryCode,
            a.partyId,
            a.party,
            Ocpi.unpack(a.roles),
            Ocpi.unpack(a.sender),
            Ocpi.unpack(a.receiver),
            a.reachedThrough
        );
        emit PartyUpdate(
            a.countryCode,
            a.partyId,
            a.party,
            Ocpi.unpackForSecond(a.roles),
            profile.name,
            profile.url,
            NOTHING_PAID,
            a.certified ? 1 : 0,
            a.reachedThrough != address(0),
            a.reachedThrough
        );
        emit PartyListed(a.party, a.operator, a.countryCode, a.partyId, a.roles, a.sender, a.receiver, a.admitted);
    }

    function _announceGone(Announcement memory a, Profile memory profile) internal {
        uint8[] memory none = new uint8[](0);
        emit PartyUpdate(a.countryCode, a.partyId, a.party, none, none, none, address(0));
        emit PartyDelete(
            a.countryCode,
            a.partyId,
            a.party,
            Ocpi.unpackForSecond(a.roles),
            profile.name,
            profile.url,
            NOTHING_PAID,
            0,
            false
        );
        emit PartyRemoved(a.party, a.operator, a.countryCode, a.partyId);
    }
}
