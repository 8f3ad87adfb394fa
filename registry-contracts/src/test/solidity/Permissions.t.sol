// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OcnPermissions} from "../../main/solidity/OcnPermissions.sol";
import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {SignedWrites} from "../../main/solidity/SignedWrites.sol";
import {Cheats, Vm} from "./Cheats.sol";

/// Paula offers services, Alice agrees.
contract PermissionsTest is Cheats {
    OcnRegistry private registry;
    OcnPermissions private permissions;
    address private constant OWNER = address(0xA);
    address private constant NORTH = address(0x1001);
    uint256 private constant ALICE_KEY = 0xA11CE;
    uint256 private constant PAULA_KEY = 0x9A01A;
    uint256 private constant SOON = 2_000_000_000;
    address private alice;
    address private paula;

    function setUp() public {
        vm.warp(SOON - 3600);
        alice = vm.addr(ALICE_KEY);
        paula = vm.addr(PAULA_KEY);
        registry = new OcnRegistry(OWNER);
        permissions = new OcnPermissions(registry);
        vm.prank(NORTH);
        registry.setNode("https://north.example");
        party(alice, "DE", "ALC");
        party(paula, "NL", "PAU");
    }

    function test_an_agreement_is_made_seen_and_revoked() public {
        service(numbers(1, 3));
        agree(numbers(1, 3));
        yes(live(), "made");
        yes(permissions.hasUserAgreementByOcpi("DE", "ALC", paula), "by party id");
        same(permissions.getUserAgreementsByOcpi("DE", "ALC").length, 1, "listed");
        vm.prank(alice);
        permissions.revokeAgreement(paula);
        yes(!live(), "revoked");
        same(permissions.getUserAgreementsByAddress(alice).length, 0, "not listed");
    }

    function test_who_asks_for_more_needs_a_new_agreement() public {
        service(numbers(1, 3));
        agree(numbers(1, 3));
        service(numbers(1, 4));
        yes(!live(), "rests");
        same(permissions.getUserAgreementsByAddress(alice).length, 0, "not listed");
        agree(numbers(1, 4));
        yes(live(), "anew");
    }

    function test_who_asks_for_less_does_not() public {
        service(numbers(1, 3));
        agree(numbers(1, 3));
        service(numbers(3, 3));
        yes(live(), "covered by what was agreed");
    }

    function test_nobody_agrees_to_something_else_than_was_seen() public {
        service(numbers(1, 3));
        vm.expectPartialRevert(OcnPermissions.PermissionsDiffer.selector);
        vm.prank(alice);
        permissions.createAgreement(paula, numbers(1, 1));
    }

    function test_a_deleted_service_ends_its_agreements_and_they_do_not_come_back() public {
        service(numbers(1, 3));
        agree(numbers(1, 3));
        vm.prank(paula);
        permissions.deleteService();
        yes(!live(), "ended");
        same(permissions.getProviders().length, 0, "providers");
        service(numbers(1, 4));
        yes(!live(), "another service");
    }

    function test_revoking_is_possible_without_service_listing_and_while_paused() public {
        service(numbers(1, 3));
        agree(numbers(1, 3));
        vm.prank(paula);
        permissions.deleteService();
        vm.prank(alice);
        registry.deleteParty();
        vm.prank(OWNER);
        registry.pause();
        vm.prank(alice);
        permissions.revokeAgreement(paula);
        (, uint256 next, uint256 total) = permissions.agreementsPage(alice, 0, 10);
        yes(next == 0 && total == 0, "nothing is left");
    }

    function test_who_is_listed_no_more_or_as_another_has_no_live_agreement() public {
        service(numbers(1, 3));
        agree(numbers(1, 3));
        vm.prank(alice);
        registry.setParty("DE", "AL2", list(0), NORTH);
        yes(!live(), "another user");
        vm.prank(alice);
        registry.setParty("DE", "ALC", list(0), NORTH);
        yes(live(), "the same again");
        vm.prank(paula);
        registry.deleteParty();
        yes(!live(), "no provider");
        (bytes2 cc,,,,) = permissions.getService(paula);
        yes(cc == 0, "no service");
    }

    function test_a_stranger_offers_nothing_and_agrees_to_nothing() public {
        vm.expectPartialRevert(OcnPermissions.PartyUnknown.selector);
        vm.prank(NORTH);
        permissions.setService("x", "y", numbers(1, 1));
        service(numbers(1, 3));
        vm.expectPartialRevert(OcnPermissions.PartyUnknown.selector);
        vm.prank(NORTH);
        permissions.createAgreement(paula, numbers(1, 3));
        vm.expectPartialRevert(OcnPermissions.ServiceUnknown.selector);
        vm.prank(alice);
        permissions.createAgreement(alice, numbers(1, 3));
        vm.expectPartialRevert(OcnPermissions.AgreementUnknown.selector);
        vm.prank(alice);
        permissions.revokeAgreement(paula);
    }

    function test_permission_numbers_are_checked() public {
        vm.expectPartialRevert(OcnPermissions.PermissionUnknown.selector);
        vm.prank(paula);
        permissions.setService("x", "y", numbers(1, 17));
        vm.expectPartialRevert(OcnPermissions.PermissionsMissing.selector);
        vm.prank(paula);
        permissions.setService("x", "y", new uint256[](0));
    }

    function test_a_service_reads_as_in_the_first_registry() public {
        service(numbers(3, 1));
        (bytes2 cc, bytes3 id, string memory name, string memory url, uint256[] memory numbers_) =
            permissions.getService(paula);
        yes(cc == "NL" && id == "PAU", "pair");
        same(name, "Pay", "name");
        same(url, "https://pay.example", "url");
        yes(numbers_.length == 2 && numbers_[0] == 1 && numbers_[1] == 3, "permissions");
    }

    function test_the_published_topics_are_emitted() public {
        vm.recordLogs();
        service(numbers(1, 3));
        agree(numbers(1, 3));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        yes(logs[0].topics[0] == keccak256("ServiceUpdate(string,string,uint256[],address)"), "ServiceUpdate");
        yes(logs[2].topics[0] == keccak256("ServiceAgreement(address,address)"), "ServiceAgreement");
    }

    function test_every_write_can_be_relayed_and_none_twice() public {
        uint256[] memory asked = numbers(1, 3);
        bytes32 hash = keccak256(abi.encode(uint256(1), uint256(3)));
        bytes memory signature = signed(
            PAULA_KEY,
            abi.encode(
                keccak256(
                    "SetService(address provider,string name,string url,uint256[] permissions,uint256 nonce,uint256 deadline)"
                ),
                paula,
                keccak256("Pay"),
                keccak256("https://pay.example"),
                hash,
                0,
                SOON
            )
        );
        permissions.setServiceSigned(paula, "Pay", "https://pay.example", asked, SOON, signature);
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        permissions.setServiceSigned(paula, "Pay", "https://pay.example", asked, SOON, signature);

        bytes32 kind = keccak256(
            "CreateAgreement(address user,address provider,uint256[] permissions,uint256 nonce,uint256 deadline)"
        );
        signature = signed(ALICE_KEY, abi.encode(kind, alice, paula, hash, 0, SOON));
        permissions.createAgreementSigned(alice, paula, asked, SOON, signature);
        yes(live(), "made");
        // What creates does not revoke.
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        permissions.revokeAgreementSigned(alice, paula, SOON, signature);
        kind = keccak256("RevokeAgreement(address user,address provider,uint256 nonce,uint256 deadline)");
        signature = signed(ALICE_KEY, abi.encode(kind, alice, paula, 1, SOON));
        permissions.revokeAgreementSigned(alice, paula, SOON, signature);
        yes(!live(), "revoked");

        kind = keccak256("DeleteService(address provider,uint256 nonce,uint256 deadline)");
        permissions.deleteServiceSigned(paula, SOON, signed(PAULA_KEY, abi.encode(kind, paula, 1, SOON)));
        same(permissions.getProviders().length, 0, "providers");
    }

    /// The first registry packed name and address without a border.
    function test_name_and_address_cannot_be_cut_elsewhere() public {
        bytes memory message = abi.encode(
            keccak256(
                "SetService(address provider,string name,string url,uint256[] permissions,uint256 nonce,uint256 deadline)"
            ),
            paula,
            keccak256("ezPAY"),
            keccak256("http://ez.pay"),
            keccak256(abi.encode(uint256(1), uint256(3))),
            0,
            SOON
        );
        bytes memory signature = signed(PAULA_KEY, message);
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        permissions.setServiceSigned(paula, "ezPAYhttp://e", "z.pay", numbers(1, 3), SOON, signature);
    }

    function test_pages() public {
        service(numbers(1, 3));
        agree(numbers(1, 3));
        (OcnPermissions.ServiceEntry[] memory services,,) = permissions.servicesPage(0, 10);
        yes(services.length == 1 && services[0].offered && services[0].permissions == 10, "services");
        (OcnPermissions.AgreementEntry[] memory agreements,,) = permissions.agreementsPage(alice, 0, 10);
        yes(agreements.length == 1 && agreements[0].live && agreements[0].provider == paula, "agreements");
        (services,,) = permissions.servicesPage(7, type(uint256).max);
        same(services.length, 0, "behind the end");
    }

    // ---- words of this test

    function party(address account, bytes2 cc, bytes3 id) private {
        vm.prank(account);
        registry.setParty(cc, id, list(0), NORTH);
    }

    function service(uint256[] memory asked) private {
        vm.prank(paula);
        permissions.setService("Pay", "https://pay.example", asked);
    }

    function agree(uint256[] memory to) private {
        vm.prank(alice);
        permissions.createAgreement(paula, to);
    }

    function live() private view returns (bool) {
        return permissions.hasUserAgreementByAddress(alice, paula);
    }

    function numbers(uint256 a, uint256 b) private pure returns (uint256[] memory l) {
        l = new uint256[](2);
        (l[0], l[1]) = (a, b);
    }

    function signed(uint256 key, bytes memory message) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("OCN Permissions"),
                keccak256("3"),
                block.chainid,
                address(permissions)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, keccak256(message))));
        return abi.encodePacked(r, s, v);
    }
}
