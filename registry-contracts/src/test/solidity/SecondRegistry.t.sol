// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {SecondRegistryView} from "../../main/solidity/SecondRegistryView.sol";
import {Cheats} from "./Cheats.sol";

/// What was built to read the second registry reads this one, at the view's address. Selectors by hand.
contract SecondRegistryTest is Cheats {
    OcnRegistry private registry;
    SecondRegistryView private second;
    address private constant NORTH = address(0x1001);
    address private constant ALICE = address(0xA1);
    address private constant BOB = address(0xB0);

    function setUp() public {
        registry = new OcnRegistry(address(0xA));
        second = new SecondRegistryView(registry);
        vm.prank(NORTH);
        registry.setNode("https://north.example");
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0, 2, 6), NORTH);
        vm.prank(ALICE);
        registry.setPartyProfile("Alice", "https://alice.example");
        vm.prank(NORTH);
        registry.admitParty(ALICE, "DE", "ALC");
        vm.prank(BOB);
        registry.setParty("NL", "BOB", list(3, 4), NORTH);
    }

    function test_details_by_party_id_have_ten_members() public view {
        (bool ok, bytes memory answer) =
            address(second).staticcall(abi.encodeWithSelector(0xa5b5ffbb, bytes2("DE"), bytes3("ALC")));
        yes(ok, "selector");
        (
            address party,
            bytes2 cc,
            bytes3 id,
            uint8[] memory roles,
            uint8 paid,
            address operator,
            string memory name,
            string memory url,
            bool active,
            uint256 staked
        ) = abi.decode(answer, (address, bytes2, bytes3, uint8[], uint8, address, string, string, bool, uint256));
        yes(party == ALICE && cc == "DE" && id == "ALC" && operator == NORTH, "who");
        same(roles, list(0, 4, 5), "CPO; HUB is OTHER; SCSP");
        same(name, "Alice", "name");
        same(url, "https://alice.example", "url");
        yes(paid == 0 && active && staked == 0, "rest");
    }

    function test_details_by_address_have_nine_members() public view {
        (bool ok, bytes memory answer) = address(second).staticcall(abi.encodeWithSelector(0xdf516128, BOB));
        yes(ok, "selector");
        (address party,, bytes3 id, uint8[] memory roles,, address operator,,, bool active) =
            abi.decode(answer, (address, bytes2, bytes3, uint8[], uint8, address, string, string, bool));
        yes(party == BOB && id == "BOB" && operator == address(0) && !active, "bob was not admitted");
        same(roles, list(2, 3), "NAP and NSP");
    }

    function test_lists_have_no_holes() public view {
        same(second.getPartiesCount(), 2, "count");
        same(second.getParties().length, 2, "parties");
        same(second.getPartiesByOperator(NORTH).length, 1, "admitted at north");
        same(second.getPartiesByOperator(address(0)).length, 0, "at nobody");
        same(second.getPartiesByRole(0).length, 1, "CPO");
        same(second.getPartiesByRole(4)[0], ALICE, "OTHER");
        same(second.getNodeOperators()[0], NORTH, "operators");
        same(second.getNode(NORTH), "https://north.example", "node");
        (address operator,) = second.getOperatorByOcpi("DE", "ALC");
        same(operator, NORTH, "operator");
    }

    function test_it_is_told_from_the_first_by_its_interfaces() public view {
        yes(second.supportsInterface(0x01ffc9a7) && second.supportsInterface(0x7965db0b), "ERC165, access control");
        yes(!second.supportsInterface(0xffffffff), "nothing else");
        yes(second.paymentManager() == address(0) && second.certificateVerifier() == address(0), "none");
    }

    function test_who_is_not_listed_is_nobody() public view {
        (address party,,,,, address operator,,, bool active) = second.getPartyDetailsByAddress(NORTH);
        yes(party == address(0) && operator == address(0) && !active, "nobody");
    }
}
