// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Ocpi} from "../../main/solidity/Ocpi.sol";
import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {RegistryBook} from "../../main/solidity/RegistryBook.sol";
import {Cheats, Vm} from "./Cheats.sol";

/// Operators and parties come, change and go.
contract ListingTest is Cheats {
    OcnRegistry private registry;
    address private constant OWNER = address(0xA);
    address private constant NORTH = address(0x1001);
    address private constant SOUTH = address(0x1002);
    address private constant ALICE = address(0xA1);
    address private constant BOB = address(0xB0);
    string private constant NORTH_DOMAIN = "https://north.example";
    string private constant SOUTH_DOMAIN = "https://south.example:8443/ocn";

    function setUp() public {
        registry = new OcnRegistry(OWNER);
        vm.prank(NORTH);
        registry.setNode(NORTH_DOMAIN);
        vm.prank(SOUTH);
        registry.setNode(SOUTH_DOMAIN);
    }

    // ---- operators

    function test_a_domain_is_free_again_when_its_operator_moves() public {
        vm.prank(NORTH);
        registry.setNode("https://new.example");
        vm.prank(SOUTH);
        registry.setNode(NORTH_DOMAIN);
        same(registry.getNode(SOUTH), NORTH_DOMAIN, "the freed domain");
        same(registry.operatorCount(), 2, "operators");
    }

    function test_a_domain_is_free_again_when_its_operator_leaves() public {
        vm.prank(NORTH);
        registry.deleteNode();
        same(registry.getNode(NORTH), "", "no node");
        same(registry.operatorCount(), 1, "operators");
        vm.prank(SOUTH);
        registry.setNode(NORTH_DOMAIN);
    }

    function test_a_domain_of_somebody_else_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(RegistryBook.DomainTaken.selector, NORTH_DOMAIN, NORTH));
        vm.prank(SOUTH);
        registry.setNode(NORTH_DOMAIN);
    }

    function test_the_same_domain_may_be_set_again() public {
        vm.prank(NORTH);
        registry.setNode(NORTH_DOMAIN);
        same(registry.getNode(NORTH), NORTH_DOMAIN, "domain");
    }

    function test_domains_that_could_be_spelled_in_two_ways_are_refused() public {
        refusedDomain("", Ocpi.DomainLengthInvalid.selector);
        refusedDomain("north.example", Ocpi.DomainSchemeInvalid.selector);
        refusedDomain("https://", Ocpi.DomainSchemeInvalid.selector);
        refusedDomain("ftp://north.example", Ocpi.DomainSchemeInvalid.selector);
        refusedDomain("HTTPS://north.example", Ocpi.DomainSchemeInvalid.selector);
        refusedDomain("https://North.example", Ocpi.DomainNotCanonical.selector);
        refusedDomain("https://north.example/", Ocpi.DomainNotCanonical.selector);
        refusedDomain("https://north example", Ocpi.DomainNotCanonical.selector);
        refusedDomain("https://n\u00f6rth.example", Ocpi.DomainNotCanonical.selector);
        refusedDomain("https://me@north.example", Ocpi.DomainNotCanonical.selector);
        refusedDomain("https://north.example?x", Ocpi.DomainNotCanonical.selector);
        bytes memory endless = new bytes(256);
        refusedDomain(string(endless), Ocpi.DomainLengthInvalid.selector);
    }

    function refusedDomain(string memory domain, bytes4 expected) private {
        vm.expectPartialRevert(expected);
        vm.prank(NORTH);
        registry.setNode(domain);
    }

    function test_domains_of_development_are_accepted() public {
        vm.prank(NORTH);
        registry.setNode("http://127.0.0.1:8080");
        vm.prank(SOUTH);
        registry.setNode("http://[::1]:8080");
    }

    function test_a_node_that_carries_parties_is_not_deleted() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.expectRevert(abi.encodeWithSelector(RegistryBook.PartiesAttached.selector, NORTH, 1));
        vm.prank(NORTH);
        registry.deleteNode();

        dismiss(NORTH, ALICE);
        vm.prank(NORTH);
        registry.deleteNode();
        same(registry.partyEntry(ALICE).operator, NORTH, "alice keeps her listing");
    }

    function test_a_stranger_cannot_stop_an_operator_from_leaving() public {
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        vm.prank(NORTH);
        registry.deleteNode();
    }

    function test_who_has_no_node_cannot_delete_it() public {
        vm.expectRevert(abi.encodeWithSelector(RegistryBook.OperatorUnknown.selector, ALICE));
        vm.prank(ALICE);
        registry.deleteNode();
    }

    // ---- parties

    function test_a_party_is_reached_only_when_both_have_agreed() public {
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        unreachable("DE", "ALC");
        admit(NORTH, ALICE, "DE", "ALC");
        reachedAt("DE", "ALC", NORTH, NORTH_DOMAIN);
        dismiss(NORTH, ALICE);
        unreachable("DE", "ALC");
    }

    function test_an_operator_may_admit_before_the_party_lists_itself() public {
        admit(NORTH, ALICE, "DE", "ALC");
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        reachedAt("DE", "ALC", NORTH, NORTH_DOMAIN);
        attached(NORTH, 1);
    }

    function test_consent_to_one_pair_is_no_consent_to_another() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setParty("DE", "BIG", list(0), NORTH);
        unreachable("DE", "BIG");
        attached(NORTH, 0);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        unreachable("DE", "ALC");
    }

    function test_consent_ends_when_the_party_moves_or_leaves() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), SOUTH);
        attached(NORTH, 0);
        unreachable("DE", "ALC");
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        unreachable("DE", "ALC");

        admit(NORTH, ALICE, "DE", "ALC");
        vm.prank(ALICE);
        registry.deleteParty();
        attached(NORTH, 0);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        unreachable("DE", "ALC");
    }

    function test_consent_survives_other_changes() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0, 1), NORTH);
        vm.prank(ALICE);
        registry.setPartyModules(list(3), list(2));
        reachedAt("DE", "ALC", NORTH, NORTH_DOMAIN);
        attached(NORTH, 1);
    }

    function test_a_pair_is_free_again_when_its_party_takes_another() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setParty("NL", "AL2", list(0), NORTH);
        (address holder,,,,,) = registry.getPartyDetailsByOcpi("DE", "ALC");
        same(holder, address(0), "the old pair leads nowhere");
        vm.prank(BOB);
        registry.setParty("DE", "ALC", list(1), NORTH);
        same(registry.partyCount(), 2, "parties");
    }

    function test_a_pair_of_somebody_else_is_refused() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.expectRevert(abi.encodeWithSelector(RegistryBook.PartyIdTaken.selector, bytes2("DE"), bytes3("ALC"), ALICE));
        vm.prank(BOB);
        registry.setParty("DE", "ALC", list(1), NORTH);
    }

    function test_setting_a_party_again_keeps_its_modules() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setPartyModules(list(3, 5), list(2));
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0, 2), NORTH);
        (,, uint8[] memory sender, uint8[] memory receiver, uint8[] memory roles,,) =
            registry.getPartyDetailsByAddress(ALICE);
        same(sender, list(3, 5), "sender modules");
        same(receiver, list(2), "receiver modules");
        same(roles, list(0, 2), "roles, hub is 2");
    }

    function test_another_pair_is_another_listing_without_modules() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setPartyModules(list(3), list(2));
        vm.prank(ALICE);
        registry.setParty("DE", "AL2", list(0), NORTH);
        (,, uint8[] memory sender,,,,) = registry.getPartyDetailsByAddress(ALICE);
        same(sender, list(), "sender modules");
    }

    function test_nonsense_is_refused_by_name() public {
        refusedParty("de", "ALC", list(0), NORTH, Ocpi.CountryCodeInvalid.selector);
        refusedParty("D1", "ALC", list(0), NORTH, Ocpi.CountryCodeInvalid.selector);
        refusedParty(0, "ALC", list(0), NORTH, Ocpi.CountryCodeInvalid.selector);
        refusedParty("DE", "AL", list(0), NORTH, Ocpi.PartyIdInvalid.selector);
        refusedParty("DE", "alc", list(0), NORTH, Ocpi.PartyIdInvalid.selector);
        refusedParty("DE", "A-C", list(0), NORTH, Ocpi.PartyIdInvalid.selector);
        refusedParty("DE", "ALC", list(), NORTH, Ocpi.RolesMissing.selector);
        refusedParty("DE", "ALC", list(7), NORTH, Ocpi.RoleUnknown.selector);
        refusedParty("DE", "ALC", list(255), NORTH, Ocpi.RoleUnknown.selector);
        refusedParty("DE", "ALC", list(0), address(0), RegistryBook.AddressZero.selector);
        refusedParty("DE", "ALC", list(0), BOB, RegistryBook.OperatorUnknown.selector);
        vm.expectPartialRevert(RegistryBook.PartyUnknown.selector);
        vm.prank(BOB);
        registry.setPartyModules(list(0), list(0));
        vm.expectPartialRevert(RegistryBook.PartyUnknown.selector);
        vm.prank(BOB);
        registry.deleteParty();
        listed(ALICE, "DE", "ALC", NORTH);
        vm.expectPartialRevert(Ocpi.ModuleUnknown.selector);
        vm.prank(ALICE);
        registry.setPartyModules(list(7), list());
        vm.expectPartialRevert(RegistryBook.AddressZero.selector);
        vm.prank(NORTH);
        registry.admitParty(address(0), "DE", "ALC");
        vm.expectPartialRevert(RegistryBook.OperatorUnknown.selector);
        vm.prank(BOB);
        registry.admitParty(ALICE, "DE", "ALC");
    }

    function refusedParty(bytes2 cc, bytes3 id, uint8[] memory roles, address operator, bytes4 expected) private {
        vm.expectPartialRevert(expected);
        vm.prank(ALICE);
        registry.setParty(cc, id, roles, operator);
    }

    function test_a_deleted_party_leaves_nothing_behind() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.deleteParty();
        same(registry.partyCount(), 0, "parties");
        same(registry.getParties().length, 0, "addresses");
        same(registry.partyEntry(ALICE).operator, address(0), "entry");
        (bytes2 cc,) = registry.admission(NORTH, ALICE);
        yes(cc == 0, "admission");
    }

    /// forge-config: default.fuzz.runs = 64
    function testFuzz_roles_and_modules_come_back_sorted_and_without_repetition(uint8[] memory given) public {
        for (uint256 i = 0; i < given.length; ++i) {
            given[i] = given[i] % 7;
        }
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setPartyModules(given, given);
        (,, uint8[] memory sender, uint8[] memory receiver,,,) = registry.getPartyDetailsByAddress(ALICE);
        same(sender, receiver, "both lists");
        for (uint256 i = 0; i < sender.length; ++i) {
            yes(i == 0 || sender[i - 1] < sender[i], "ascending");
            yes(contains(given, sender[i]), "nothing invented");
        }
        for (uint256 i = 0; i < given.length; ++i) {
            yes(contains(sender, given[i]), "nothing lost");
        }
    }

    // ---- events

    function test_the_published_topics_are_emitted() public {
        vm.recordLogs();
        listed(ALICE, "DE", "ALC", NORTH);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        // Each of setParty and admitParty: PartyUpdate of both registries and PartyListed; then PartyAdmission.
        same(logs.length, 7, "logs");
        bytes32 published = 0xf692507bb861072d3245d22242eb55cb7fdbe2e0d92290177ed7c490eb076cd7;
        yes(logs[0].topics[0] == published && logs[3].topics[0] == published, "PartyUpdate of the first");
        yes(logs[0].topics[2] == 0, "no operator before the admission");
        yes(logs[3].topics[2] == bytes32(uint256(uint160(NORTH))), "operator after it");
        published = 0xc16bf12458bfb0cf1345674275c1e82f2c14cf06a3996e1bb297f2015ff66f78;
        yes(logs[1].topics[0] == published && logs[4].topics[0] == published, "PartyUpdate of the second");
        vm.recordLogs();
        vm.prank(ALICE);
        registry.deleteParty();
        logs = vm.getRecordedLogs();
        published = 0xf1cf4c42833aa61e1c774181a5389a7b164a71351b75cf37a76762f31b170739;
        yes(logs[2].topics[0] == published, "PartyDelete of the second");

        vm.recordLogs();
        vm.prank(SOUTH);
        registry.setNode("https://else.example");
        published = 0xb1f254c0ae74a753185ba13a1b17818bc803e32d05ef56851955c0ebf230f0d6;
        yes(vm.getRecordedLogs()[0].topics[0] == published, "OperatorUpdate");
    }

    // ---- the owner

    function test_the_owner_removes_a_node_and_its_parties_become_unreachable_not_lost() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(OWNER);
        registry.adminDeleteOperator(NORTH);
        unreachable("DE", "ALC");
        same(registry.partyCount(), 1, "still listed");
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), SOUTH);
        admit(SOUTH, ALICE, "DE", "ALC");
        reachedAt("DE", "ALC", SOUTH, SOUTH_DOMAIN);
        vm.prank(NORTH);
        registry.setNode(NORTH_DOMAIN);
        attached(NORTH, 0);
    }

    function test_the_owner_removes_the_party_that_holds_the_pair() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(ALICE);
        registry.setParty("DE", "AL2", list(0), NORTH);
        listed(BOB, "DE", "ALC", NORTH);
        vm.prank(OWNER);
        registry.adminDeleteParty("DE", "ALC");
        same(registry.partyEntry(BOB).operator, address(0), "bob is gone");
        same(registry.partyEntry(ALICE).operator, NORTH, "alice is not");
        vm.expectPartialRevert(RegistryBook.PartyUnknown.selector);
        vm.prank(OWNER);
        registry.adminDeleteParty("XX", "XXX");
    }

    function test_only_the_owner_is_the_owner() public {
        vm.expectPartialRevert(Ownable.OwnableUnauthorizedAccount.selector);
        registry.adminDeleteOperator(NORTH);
        vm.expectPartialRevert(Ownable.OwnableUnauthorizedAccount.selector);
        registry.adminDeleteParty("DE", "ALC");
        vm.expectPartialRevert(Ownable.OwnableUnauthorizedAccount.selector);
        registry.setPauser(BOB);
        vm.expectPartialRevert(OcnRegistry.PauserRequired.selector);
        registry.pause();
    }

    function test_ownership_moves_in_two_steps_and_is_never_thrown_away() public {
        vm.prank(OWNER);
        registry.transferOwnership(BOB);
        same(registry.owner(), OWNER, "not yet");
        vm.prank(BOB);
        registry.acceptOwnership();
        same(registry.owner(), BOB, "now");
        vm.expectPartialRevert(OcnRegistry.OwnerRequired.selector);
        vm.prank(BOB);
        registry.renounceOwnership();
    }

    function test_while_paused_one_may_leave_but_not_enter() public {
        listed(ALICE, "DE", "ALC", NORTH);
        vm.prank(OWNER);
        registry.setPauser(BOB);
        vm.prank(BOB);
        registry.pause();

        vm.expectPartialRevert(Pausable.EnforcedPause.selector);
        vm.prank(SOUTH);
        registry.setNode("https://else.example");
        vm.expectPartialRevert(Pausable.EnforcedPause.selector);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(1), NORTH);
        vm.expectPartialRevert(Pausable.EnforcedPause.selector);
        vm.prank(ALICE);
        registry.setPartyModules(list(1), list());
        vm.expectPartialRevert(Pausable.EnforcedPause.selector);
        vm.prank(NORTH);
        registry.admitParty(BOB, "DE", "BOB");

        dismiss(NORTH, ALICE);
        vm.prank(ALICE);
        registry.deleteParty();
        vm.prank(NORTH);
        registry.deleteNode();
        vm.expectPartialRevert(Ownable.OwnableUnauthorizedAccount.selector);
        vm.prank(BOB);
        registry.unpause();
        vm.prank(OWNER);
        registry.unpause();
        vm.prank(NORTH);
        registry.setNode(NORTH_DOMAIN);
    }

    // ---- pages

    function test_pages_hold_everything_once_whatever_their_size() public {
        for (uint160 i = 0; i < 25; ++i) {
            bytes3 id = bytes3(abi.encodePacked("P", bytes1(uint8(0x41 + i)), "X"));
            listed(address(0xF000 + i), "DE", id, i % 2 == 0 ? NORTH : SOUTH);
        }
        for (uint256 limit = 1; limit < 30; limit += 4) {
            uint256 cursor = 0;
            uint256 seen = 0;
            for (uint256 total = 1; cursor < total;) {
                RegistryBook.PartyEntry[] memory page;
                (page, cursor, total) = registry.partiesPage(cursor, limit);
                same(total, 25, "total");
                for (uint256 i = 0; i < page.length; ++i) {
                    same(page[i].party, address(uint160(0xF000 + seen)), "party");
                    yes(page[i].admitted && page[i].roles == 1 && page[i].countryCode == "DE", "details");
                    ++seen;
                }
            }
            same(seen, 25, "parties");
        }
        (RegistryBook.OperatorEntry[] memory operators, uint256 next, uint256 count) =
            registry.operatorsPage(0, type(uint256).max);
        same(operators.length, 2, "operators");
        same(next, count, "done");
        same(operators[0].attached, 13, "parties of north");
        same(operators[1].domain, SOUTH_DOMAIN, "domain of south");
    }

    function test_a_page_behind_the_end_is_empty() public view {
        (RegistryBook.PartyEntry[] memory page, uint256 next, uint256 total) =
            registry.partiesPage(9, type(uint256).max);
        yes(page.length == 0 && next == 0 && total == 0, "empty");
    }

    function test_changes_since_a_block() public {
        vm.roll(100);
        listed(ALICE, "DE", "ALC", NORTH);
        vm.roll(200);
        listed(BOB, "NL", "BOB", SOUTH);
        (RegistryBook.PartyEntry[] memory page,,) = registry.partiesChangedSince(101, 0, 10);
        same(page.length, 1, "one since 101");
        same(page[0].party, BOB, "bob");
        (page,,) = registry.partiesChangedSince(100, 0, 10);
        same(page.length, 2, "two since 100");
        vm.roll(300);
        vm.prank(ALICE);
        registry.deleteParty();
        same(registry.lastChange(), 300, "a deletion is a change");
    }

    // ---- words of this test

    function listed(address party, bytes2 cc, bytes3 id, address operator) private {
        vm.prank(party);
        registry.setParty(cc, id, list(0), operator);
        admit(operator, party, cc, id);
    }

    function admit(address operator, address party, bytes2 cc, bytes3 id) private {
        vm.prank(operator);
        registry.admitParty(party, cc, id);
    }

    function dismiss(address operator, address party) private {
        address[] memory parties = new address[](1);
        parties[0] = party;
        vm.prank(operator);
        registry.dismissParties(parties);
    }

    function reachedAt(bytes2 cc, bytes3 id, address operator, string memory domain) private view {
        (address givenOperator, string memory givenDomain) = registry.getOperatorByOcpi(cc, id);
        same(givenOperator, operator, "operator");
        same(givenDomain, domain, "domain");
        (,,,, givenOperator, givenDomain) = registry.getPartyDetailsByOcpi(cc, id);
        same(givenOperator, operator, "operator in details");
        same(givenDomain, domain, "domain in details");
    }

    function unreachable(bytes2 cc, bytes3 id) private view {
        reachedAt(cc, id, address(0), "");
    }

    function attached(address operator, uint256 count) private view {
        (RegistryBook.OperatorEntry[] memory page,,) = registry.operatorsPage(0, 100);
        for (uint256 i = 0; i < page.length; ++i) {
            if (page[i].operator == operator) same(page[i].attached, count, "attached");
        }
    }

    function contains(uint8[] memory l, uint8 member) private pure returns (bool) {
        for (uint256 i = 0; i < l.length; ++i) {
            if (l[i] == member) return true;
        }
        return false;
    }
}
