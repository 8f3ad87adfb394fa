// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ocpi} from "../../main/solidity/Ocpi.sol";
import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {RegistryBook} from "../../main/solidity/RegistryBook.sol";
import {Cheats} from "./Cheats.sol";

/// A small crowd does whatever comes to its mind; refusals are part of it.
contract Crowd is Cheats {
    OcnRegistry public immutable registry;
    address[] public actors;
    mapping(address actor => uint256 nonce) public nonceSeen;
    string[] private domains = ["https://a.example", "https://b.example", "https://c.example", "https://d.example"];
    bytes3[] private ids = [bytes3("AAA"), bytes3("BBB"), bytes3("CCC"), bytes3("DDD"), bytes3("EEE")];

    constructor(OcnRegistry target) {
        registry = target;
        for (uint160 i = 1; i <= 6; ++i) {
            actors.push(address(0xC0DE00 + i));
        }
    }

    function actorCount() external view returns (uint256) {
        return actors.length;
    }

    function idCount() external view returns (uint256) {
        return ids.length;
    }

    function idAt(uint256 i) external view returns (bytes3) {
        return ids[i];
    }

    function domainCount() external view returns (uint256) {
        return domains.length;
    }

    function setNode(uint256 who, uint256 domain) external {
        vm.prank(actor(who));
        try registry.setNode(domains[domain % domains.length]) {} catch {}
    }

    function deleteNode(uint256 who) external {
        vm.prank(actor(who));
        try registry.deleteNode() {} catch {}
    }

    function setParty(uint256 who, uint256 id, uint256 operator, uint8 role) external {
        address[] memory nodes = registry.getNodeOperators();
        address chosen = nodes.length > 0 && operator % 8 != 0 ? nodes[operator % nodes.length] : actor(operator);
        vm.prank(actor(who));
        try registry.setParty("DE", ids[id % ids.length], list(role % 8), chosen) {} catch {}
    }

    function setPartyModules(uint256 who, uint8 sender, uint8 receiver) external {
        vm.prank(actor(who));
        try registry.setPartyModules(list(sender % 8), list(receiver % 8)) {} catch {}
    }

    function deleteParty(uint256 who) external {
        vm.prank(actor(who));
        try registry.deleteParty() {} catch {}
    }

    function admitParty(uint256 who, uint256 party, uint256 id) external {
        vm.prank(actor(who));
        try registry.admitParty(actor(party), "DE", ids[id % ids.length]) {} catch {}
    }

    function admitWhoAsks(uint256 party) external {
        RegistryBook.PartyEntry memory entry = registry.partyEntry(actor(party));
        vm.prank(entry.operator);
        try registry.admitParty(entry.party, entry.countryCode, entry.partyId) {} catch {}
    }

    function dismissParties(uint256 who, uint256 one, uint256 two) external {
        address[] memory parties = new address[](2);
        (parties[0], parties[1]) = (actor(one), actor(two));
        vm.prank(actor(who));
        try registry.dismissParties(parties) {} catch {}
    }

    function ownerDeletes(uint256 operator, uint256 id, bool node) external {
        address owner = registry.owner();
        vm.prank(owner);
        if (node) {
            try registry.adminDeleteOperator(actor(operator)) {} catch {}
        } else {
            try registry.adminDeleteParty("DE", ids[id % ids.length]) {} catch {}
        }
    }

    function cancel(uint256 who) external {
        vm.prank(actor(who));
        registry.cancelSignedMessage();
    }

    /// True as long as no nonce has ever gone back.
    function noncesOnlyGrow() external returns (bool grown) {
        grown = true;
        for (uint256 i = 0; i < actors.length; ++i) {
            uint256 nonce = registry.nonces(actors[i]);
            if (nonce < nonceSeen[actors[i]]) grown = false;
            nonceSeen[actors[i]] = nonce;
        }
    }

    function actor(uint256 seed) private view returns (address) {
        return actors[seed % actors.length];
    }
}

/// What holds after any number of any writes.
contract InvariantTest is Cheats {
    OcnRegistry private registry;
    Crowd private crowd;

    function setUp() public {
        registry = new OcnRegistry(address(0xA));
        crowd = new Crowd(registry);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(crowd);
    }

    function invariant_no_domain_has_two_operators_and_no_operator_is_without_domain() public view {
        (RegistryBook.OperatorEntry[] memory all,,) = registry.operatorsPage(0, 100);
        for (uint256 i = 0; i < all.length; ++i) {
            yes(bytes(all[i].domain).length > 0, "an operator without domain");
            for (uint256 j = 0; j < i; ++j) {
                yes(keccak256(bytes(all[i].domain)) != keccak256(bytes(all[j].domain)), "one domain, two operators");
            }
        }
    }

    /// A domain or pair is refused only because somebody in the pages has it: what nobody has is free.
    function invariant_what_nobody_has_is_free() public {
        (RegistryBook.OperatorEntry[] memory all,,) = registry.operatorsPage(0, 100);
        bool[4] memory used;
        for (uint256 i = 0; i < all.length; ++i) {
            used[uint8(bytes(all[i].domain)[8]) - 0x61] = true;
        }
        for (uint256 i = 0; i < 4; ++i) {
            if (used[i]) continue;
            string memory domain = string(abi.encodePacked("https://", bytes1(uint8(0x61 + i)), ".example"));
            address newcomer = address(uint160(0xBEEF00 + i));
            vm.prank(newcomer);
            registry.setNode(domain);
            vm.prank(newcomer);
            registry.deleteNode();
        }
        for (uint256 i = 0; i < crowd.idCount(); ++i) {
            (address holder,,,,,) = registry.getPartyDetailsByOcpi("DE", crowd.idAt(i));
            if (holder != address(0)) {
                RegistryBook.PartyEntry memory entry = registry.partyEntry(holder);
                yes(entry.countryCode == "DE" && entry.partyId == crowd.idAt(i), "a pair leads to who has it");
            }
        }
    }

    function invariant_no_pair_has_two_parties_and_every_party_is_found_by_its_pair() public view {
        (RegistryBook.PartyEntry[] memory all,,) = registry.partiesPage(0, 100);
        for (uint256 i = 0; i < all.length; ++i) {
            (address holder,,,,,) = registry.getPartyDetailsByOcpi(all[i].countryCode, all[i].partyId);
            same(holder, all[i].party, "found by pair");
            yes(all[i].roles != 0, "a party without role");
            for (uint256 j = 0; j < i; ++j) {
                yes(all[i].partyId != all[j].partyId, "one pair, two parties");
                yes(all[i].party != all[j].party, "one party twice");
            }
        }
    }

    function invariant_pages_are_exactly_the_set() public view {
        address[] memory all = registry.getParties();
        uint256 seen = 0;
        uint256 cursor = 0;
        for (uint256 total = all.length; cursor < total;) {
            RegistryBook.PartyEntry[] memory page;
            (page, cursor, total) = registry.partiesPage(cursor, 2);
            for (uint256 i = 0; i < page.length; ++i) {
                same(page[i].party, all[seen++], "page and list");
            }
        }
        same(seen, registry.partyCount(), "everything once");
        uint256 listed = 0;
        for (uint256 i = 0; i < crowd.actorCount(); ++i) {
            if (registry.partyEntry(crowd.actors(i)).countryCode != 0) ++listed;
        }
        same(listed, seen, "nobody is left out");
    }

    function invariant_attached_counts_the_admitted_parties() public view {
        (RegistryBook.OperatorEntry[] memory operators,,) = registry.operatorsPage(0, 100);
        (RegistryBook.PartyEntry[] memory parties,,) = registry.partiesPage(0, 100);
        for (uint256 i = 0; i < operators.length; ++i) {
            uint256 count = 0;
            for (uint256 j = 0; j < parties.length; ++j) {
                if (parties[j].admitted && parties[j].operator == operators[i].operator) ++count;
            }
            same(count, operators[i].attached, "attached");
        }
    }

    function invariant_an_operator_is_given_only_where_the_party_is_reached() public view {
        (RegistryBook.PartyEntry[] memory parties,,) = registry.partiesPage(0, 100);
        for (uint256 i = 0; i < parties.length; ++i) {
            (address operator, string memory domain) = registry.getOperatorByAddress(parties[i].party);
            bool reached = parties[i].admitted && bytes(registry.getNode(parties[i].operator)).length > 0;
            same(operator, reached ? parties[i].operator : address(0), "operator");
            same(domain, reached ? registry.getNode(operator) : "", "domain");
        }
    }

    function invariant_nonces_only_grow() public {
        yes(crowd.noncesOnlyGrow(), "a nonce went back");
    }
}
