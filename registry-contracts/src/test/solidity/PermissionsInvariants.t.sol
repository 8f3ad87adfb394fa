// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OcnPermissions} from "../../main/solidity/OcnPermissions.sol";
import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {Cheats} from "./Cheats.sol";

/// A small crowd offers, agrees, revokes, leaves and comes back; what was really agreed to is kept here as well.
contract Guests is Cheats {
    OcnRegistry public immutable registry;
    OcnPermissions public immutable permissions;
    address[] public actors;
    mapping(address user => mapping(address provider => uint256 mask)) public agreed;
    address private constant NORTH = address(0x1001);
    bytes3[] private ids = [bytes3("AAA"), bytes3("BBB"), bytes3("CCC"), bytes3("DDD"), bytes3("EEE")];

    constructor(OcnRegistry registryInUse, OcnPermissions permissionsInUse) {
        registry = registryInUse;
        permissions = permissionsInUse;
        vm.prank(NORTH);
        registry.setNode("https://north.example");
        for (uint160 i = 1; i <= 4; ++i) {
            actors.push(address(0xC0DE00 + i));
        }
    }

    function enter(uint256 who, uint256 id) external {
        vm.prank(actor(who));
        try registry.setParty("DE", ids[id % ids.length], list(0), NORTH) {} catch {}
    }

    function goAway(uint256 who) external {
        vm.prank(actor(who));
        try registry.deleteParty() {} catch {}
    }

    function offer(uint256 who, uint256 mask) external {
        vm.prank(actor(who));
        try permissions.setService("s", "u", numbers(mask)) {} catch {}
    }

    function withdraw(uint256 who) external {
        vm.prank(actor(who));
        try permissions.deleteService() {} catch {}
    }

    function agree(uint256 who, uint256 provider, uint256 mask) external {
        vm.prank(actor(who));
        try permissions.createAgreement(actor(provider), numbers(mask)) {
            agreed[actor(who)][actor(provider)] = mask % 8;
        } catch {}
    }

    function agreeToWhatIsAsked(uint256 who, uint256 provider) external {
        (,,,, uint256[] memory asked) = permissions.getService(actor(provider));
        uint256 mask = 0;
        for (uint256 i = 0; i < asked.length; ++i) {
            mask |= 1 << asked[i];
        }
        vm.prank(actor(who));
        try permissions.createAgreement(actor(provider), asked) {
            agreed[actor(who)][actor(provider)] = mask;
        } catch {}
    }

    function revoke(uint256 who, uint256 provider) external {
        vm.prank(actor(who));
        try permissions.revokeAgreement(actor(provider)) {
            agreed[actor(who)][actor(provider)] = 0;
        } catch {
            yes(agreed[actor(who)][actor(provider)] == 0, "revoking was refused");
        }
    }

    function actor(uint256 seed) public view returns (address) {
        return actors[seed % actors.length];
    }

    function numbers(uint256 mask) private pure returns (uint256[] memory l) {
        mask %= 8;
        l = new uint256[]((mask & 1) + ((mask >> 1) & 1) + ((mask >> 2) & 1));
        uint256 filled = 0;
        for (uint256 i = 0; i < 3; ++i) {
            if (mask & (1 << i) != 0) l[filled++] = i;
        }
    }
}

/// What holds after any number of offers, agreements and departures.
contract PermissionsInvariantTest is Cheats {
    OcnRegistry private registry;
    OcnPermissions private permissions;
    Guests private guests;

    function setUp() public {
        registry = new OcnRegistry(address(0xA));
        permissions = new OcnPermissions(registry);
        guests = new Guests(registry, permissions);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(guests);
    }

    function invariant_nobody_may_do_what_was_not_agreed_to() public view {
        for (uint256 u = 0; u < 4; ++u) {
            for (uint256 p = 0; p < 4; ++p) {
                (address user, address provider) = (guests.actor(u), guests.actor(p));
                if (!permissions.hasUserAgreementByAddress(user, provider)) continue;
                (bytes2 cc,,,, uint256[] memory asked) = permissions.getService(provider);
                yes(cc != 0 && asked.length > 0, "a live agreement without a service");
                yes(registry.partyEntry(user).countryCode != 0, "a live agreement of nobody");
                for (uint256 i = 0; i < asked.length; ++i) {
                    yes(guests.agreed(user, provider) & (1 << asked[i]) != 0, "more than was agreed to");
                }
            }
        }
    }

    function invariant_nothing_revoked_is_kept() public view {
        for (uint256 u = 0; u < 4; ++u) {
            uint256 standing = 0;
            for (uint256 p = 0; p < 4; ++p) {
                if (guests.agreed(guests.actor(u), guests.actor(p)) != 0) ++standing;
            }
            (,, uint256 total) = permissions.agreementsPage(guests.actor(u), 0, 1);
            same(total, standing, "agreements");
        }
    }

    function invariant_the_list_of_a_user_is_what_is_live() public view {
        for (uint256 u = 0; u < 4; ++u) {
            address user = guests.actor(u);
            uint256 live = 0;
            for (uint256 p = 0; p < 4; ++p) {
                if (permissions.hasUserAgreementByAddress(user, guests.actor(p))) ++live;
            }
            same(permissions.getUserAgreementsByAddress(user).length, live, "list");
        }
    }
}
