// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {SignedWrites} from "../../main/solidity/SignedWrites.sol";
import {Cheats} from "./Cheats.sol";

/// Signed by one, sent by another. The messages are built here by hand, as EIP-712 says, not with the contract's code.
contract SignedWritesTest is Cheats {
    OcnRegistry private registry;
    uint256 private constant NORTH_KEY = 0x1001;
    uint256 private constant ALICE_KEY = 0xA11CE;
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    uint256 private constant SOON = 2_000_000_000;
    address private north;
    address private alice;

    function setUp() public {
        vm.warp(SOON - 3600);
        registry = new OcnRegistry(address(0xA));
        north = vm.addr(NORTH_KEY);
        alice = vm.addr(ALICE_KEY);
        vm.prank(north);
        registry.setNode("https://north.example");
    }

    function test_every_write_can_be_relayed() public {
        registry.setNodeSigned(
            north, "https://new.example", SOON, signed(NORTH_KEY, nodeMessage("https://new.example", 0))
        );
        same(registry.getNode(north), "https://new.example", "setNode");
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signed(ALICE_KEY, partyMessage(0)));
        registry.admitPartySigned(north, alice, "DE", "ALC", SOON, signed(NORTH_KEY, admitMessage(1)));
        yes(registry.partyEntry(alice).admitted, "setParty and admitParty");
        registry.setPartyModulesSigned(alice, list(3, 2), list(6), SOON, signed(ALICE_KEY, modulesMessage(1)));
        same(registry.partyEntry(alice).sender, 12, "setPartyModules");
        registry.setPartyProfileSigned(
            alice, "Alice", "https://alice.example", SOON, signed(ALICE_KEY, profileMessage(2))
        );
        (string memory name,) = registry.partyProfile(alice);
        same(name, "Alice", "setPartyProfile");
        registry.dismissPartySigned(north, alice, SOON, signed(NORTH_KEY, dismissMessage(2)));
        yes(!registry.partyEntry(alice).admitted, "dismissParty");
        registry.deletePartySigned(alice, SOON, signed(ALICE_KEY, deletePartyMessage(3)));
        same(registry.partyCount(), 0, "deleteParty");
        registry.deleteNodeSigned(north, SOON, signed(NORTH_KEY, deleteNodeMessage(3)));
        same(registry.operatorCount(), 0, "deleteNode");
        same(registry.nonces(north), 4, "four messages of north");
        same(registry.nonces(alice), 4, "four messages of alice");
    }

    function test_a_message_is_good_once() public {
        bytes memory signature = signed(ALICE_KEY, partyMessage(0));
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signature);
        vm.prank(alice);
        registry.deleteParty();
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signature);
    }

    function test_a_message_expires() public {
        bytes memory signature = signed(ALICE_KEY, partyMessage(0));
        vm.warp(SOON + 1);
        vm.expectRevert(abi.encodeWithSelector(SignedWrites.MessageExpired.selector, SOON));
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signature);
    }

    function test_the_deadline_is_part_of_the_message() public {
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON + 1, signed(ALICE_KEY, partyMessage(0)));
    }

    function test_a_message_can_be_cancelled() public {
        bytes memory signature = signed(ALICE_KEY, partyMessage(0));
        vm.prank(alice);
        registry.cancelSignedMessage();
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signature);
    }

    function test_no_signature_of_one_function_is_good_for_another() public {
        vm.prank(alice);
        registry.setParty("DE", "ALC", list(0), north);
        bytes[8] memory messages = [
            nodeMessage("https://new.example", 0),
            deleteNodeMessage(0),
            admitMessage(0),
            dismissMessage(0),
            deletePartyOf(north),
            partyOf(north, 0),
            modulesOf(north, 0),
            profileOf(north, 0)
        ];
        for (uint256 i = 0; i < 8; ++i) {
            for (uint256 function_ = 0; function_ < 8; ++function_) {
                if (function_ == i) continue;
                bytes memory signature = signed(NORTH_KEY, messages[i]);
                vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
                send(function_, signature);
            }
        }
    }

    function send(uint256 function_, bytes memory signature) private {
        if (function_ == 0) registry.setNodeSigned(north, "https://new.example", SOON, signature);
        if (function_ == 1) registry.deleteNodeSigned(north, SOON, signature);
        if (function_ == 2) registry.admitPartySigned(north, alice, "DE", "ALC", SOON, signature);
        if (function_ == 3) registry.dismissPartySigned(north, alice, SOON, signature);
        if (function_ == 4) registry.deletePartySigned(north, SOON, signature);
        if (function_ == 5) registry.setPartySigned(north, "DE", "ALC", list(0, 1), north, SOON, signature);
        if (function_ == 6) registry.setPartyModulesSigned(north, list(3, 2), list(6), SOON, signature);
        if (function_ == 7) registry.setPartyProfileSigned(north, "Alice", "https://alice.example", SOON, signature);
    }

    function test_a_signature_for_another_contract_is_refused() public {
        bytes memory signature = signed(ALICE_KEY, partyMessage(0));
        OcnRegistry other = new OcnRegistry(address(0xA));
        vm.prank(north);
        other.setNode("https://north.example");
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        other.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signature);
    }

    function test_a_signature_for_another_chain_is_refused() public {
        bytes memory signature = signed(ALICE_KEY, partyMessage(0));
        vm.chainId(73799);
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signature);
    }

    function test_a_signature_of_somebody_else_is_refused() public {
        bytes memory signature = signed(NORTH_KEY, partyMessage(0));
        vm.expectRevert(abi.encodeWithSelector(SignedWrites.SignerMismatch.selector, alice, north));
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, signature);
    }

    function test_the_second_signature_that_anybody_can_compute_is_refused() public {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(ALICE_KEY, digest(partyMessage(0)));
        bytes memory high = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        vm.expectPartialRevert(ECDSA.ECDSAInvalidSignatureS.selector);
        registry.setPartySigned(alice, "DE", "ALC", list(0, 1), north, SOON, high);
    }

    function test_garbage_registers_nobody_not_even_address_zero() public {
        bytes memory garbage = abi.encodePacked(bytes32(uint256(1)), bytes32(uint256(1)), uint8(99));
        vm.expectPartialRevert(ECDSA.ECDSAInvalidSignature.selector);
        registry.setNodeSigned(address(0), "https://zero.example", SOON, garbage);
        vm.expectPartialRevert(ECDSA.ECDSAInvalidSignatureLength.selector);
        registry.setNodeSigned(address(0), "https://zero.example", SOON, "");
        same(registry.operatorCount(), 1, "only north");
    }

    /// The first registry packed both lists without their lengths.
    function test_modules_cannot_be_moved_from_one_list_to_the_other() public {
        vm.prank(alice);
        registry.setParty("DE", "ALC", list(0), north);
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        registry.setPartyModulesSigned(alice, list(3), list(2, 6), SOON, signed(ALICE_KEY, modulesMessage(0)));
    }

    function testFuzz_only_the_signed_arguments_pass(bytes2 cc, bytes3 id, address operator, uint8 role) public {
        vm.assume(cc != "DE" || id != "ALC" || operator != north || role != 0);
        vm.expectPartialRevert(SignedWrites.SignerMismatch.selector);
        registry.setPartySigned(alice, cc, id, list(role, 1), operator, SOON, signed(ALICE_KEY, partyMessage(0)));
    }

    function testFuzz_no_random_signature_passes(uint8 v, bytes32 r, bytes32 s, address signer) public {
        bool passed = true;
        try registry.deleteNodeSigned(signer, SOON, abi.encodePacked(r, s, v)) {}
        catch {
            passed = false;
        }
        yes(!passed, "nothing passes");
    }

    // ---- messages, by hand

    function nodeMessage(string memory domain, uint256 nonce) private view returns (bytes memory) {
        bytes32 kind = keccak256("SetNode(address operator,string domain,uint256 nonce,uint256 deadline)");
        return abi.encode(kind, north, keccak256(bytes(domain)), nonce, SOON);
    }

    function deleteNodeMessage(uint256 nonce) private view returns (bytes memory) {
        return abi.encode(keccak256("DeleteNode(address operator,uint256 nonce,uint256 deadline)"), north, nonce, SOON);
    }

    function admitMessage(uint256 nonce) private view returns (bytes memory) {
        bytes32 kind = keccak256(
            "AdmitParty(address operator,address party,bytes2 countryCode,bytes3 partyId,uint256 nonce,uint256 deadline)"
        );
        return abi.encode(kind, north, alice, bytes2("DE"), bytes3("ALC"), nonce, SOON);
    }

    function dismissMessage(uint256 nonce) private view returns (bytes memory) {
        bytes32 kind = keccak256("DismissParty(address operator,address party,uint256 nonce,uint256 deadline)");
        return abi.encode(kind, north, alice, nonce, SOON);
    }

    function partyMessage(uint256 nonce) private view returns (bytes memory) {
        return partyOf(alice, nonce);
    }

    function partyOf(address party, uint256 nonce) private view returns (bytes memory) {
        bytes32 kind = keccak256(
            "SetParty(address party,bytes2 countryCode,bytes3 partyId,uint8[] roles,address operator,uint256 nonce,uint256 deadline)"
        );
        bytes32 roles = keccak256(abi.encode(uint256(0), uint256(1)));
        return abi.encode(kind, party, bytes2("DE"), bytes3("ALC"), roles, north, nonce, SOON);
    }

    function modulesMessage(uint256 nonce) private view returns (bytes memory) {
        return modulesOf(alice, nonce);
    }

    function modulesOf(address party, uint256 nonce) private pure returns (bytes memory) {
        bytes32 kind =
            keccak256("SetPartyModules(address party,uint8[] sender,uint8[] receiver,uint256 nonce,uint256 deadline)");
        bytes32 sender = keccak256(abi.encode(uint256(3), uint256(2)));
        bytes32 receiver = keccak256(abi.encode(uint256(6)));
        return abi.encode(kind, party, sender, receiver, nonce, SOON);
    }

    function profileMessage(uint256 nonce) private view returns (bytes memory) {
        return profileOf(alice, nonce);
    }

    function profileOf(address party, uint256 nonce) private pure returns (bytes memory) {
        bytes32 kind = keccak256("SetPartyProfile(address party,string name,string url,uint256 nonce,uint256 deadline)");
        return abi.encode(kind, party, keccak256("Alice"), keccak256("https://alice.example"), nonce, SOON);
    }

    function deletePartyMessage(uint256 nonce) private view returns (bytes memory) {
        return abi.encode(keccak256("DeleteParty(address party,uint256 nonce,uint256 deadline)"), alice, nonce, SOON);
    }

    function deletePartyOf(address party) private pure returns (bytes memory) {
        return abi.encode(keccak256("DeleteParty(address party,uint256 nonce,uint256 deadline)"), party, 0, SOON);
    }

    function digest(bytes memory message) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("OCN Registry"),
                keccak256("3"),
                block.chainid,
                address(registry)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, keccak256(message)));
    }

    function signed(uint256 key, bytes memory message) private view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest(message));
        return abi.encodePacked(r, s, v);
    }
}
