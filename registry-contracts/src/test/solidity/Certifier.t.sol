// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {ICertifier} from "../../main/solidity/ICertifier.sol";
import {OcnCertifier} from "../../main/solidity/OcnCertifier.sol";
import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {RegistryBook} from "../../main/solidity/RegistryBook.sol";
import {Cheats} from "./Cheats.sol";

/// A registry where CPOs and EMSPs need certificates, and domains a proof.
contract CertifierTest is Cheats {
    OcnRegistry private registry;
    OcnCertifier private certifier;
    address private constant OWNER = address(0xA);
    address private constant NORTH = address(0x1001);
    address private constant SOUTH = address(0x1002);
    address private constant ALICE = address(0xA1);
    address private constant EVE = address(0xE5E);
    uint256 private constant ISSUER_KEY = 0x155;
    uint256 private constant OTHER_KEY = 0x156;
    uint40 private constant NOW = 2_000_000_000;
    uint40 private constant YEAR = 365 days;
    string private constant NORTH_DOMAIN = "https://north.example";

    function setUp() public {
        vm.warp(NOW);
        registry = new OcnRegistry(OWNER);
        certifier = new OcnCertifier(OWNER);
        vm.prank(OWNER);
        certifier.setIssuer(vm.addr(ISSUER_KEY), list(0, 1), true);
        vm.prank(OWNER);
        certifier.setDemands(list(0, 1), true);
        vm.prank(OWNER);
        registry.setCertifier(certifier);
        proveDomain(NORTH, NORTH_DOMAIN, 1);
        vm.prank(NORTH);
        registry.setNode(NORTH_DOMAIN);
    }

    function test_without_a_certificate_nobody_is_a_cpo() public {
        refused(ALICE, "DE", "ALC", list(0));
        certificate(ALICE, "DE", "ALC", list(0), 2);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        vm.prank(NORTH);
        registry.admitParty(ALICE, "DE", "ALC");
        yes(registry.isValid("DE", "ALC"), "valid");
    }

    function test_roles_that_need_none_need_none() public {
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(4, 5), NORTH);
    }

    function test_a_certificate_is_good_for_its_holder_pair_and_roles_only() public {
        certificate(ALICE, "DE", "ALC", list(0), 2);
        refused(EVE, "DE", "ALC", list(0));
        refused(ALICE, "DE", "BIG", list(0));
        refused(ALICE, "FR", "ALC", list(0));
        refused(ALICE, "DE", "ALC", list(1));
        refused(ALICE, "DE", "ALC", list(0, 1));
    }

    function test_a_certificate_is_good_in_its_time_only() public {
        OcnCertifier.Certificate memory c =
            OcnCertifier.Certificate(ALICE, "DE", "ALC", list(0), NOW + 100, NOW + 200, 2);
        certifier.presentCertificate(c, sign(ISSUER_KEY, c));
        refused(ALICE, "DE", "ALC", list(0));
        vm.warp(NOW + 150);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        vm.warp(NOW + 201);
        yes(!registry.isValid("DE", "ALC"), "expired");
        refused(ALICE, "DE", "ALC", list(0));
    }

    function test_an_expired_certificate_cannot_be_presented() public {
        OcnCertifier.Certificate memory c =
            OcnCertifier.Certificate(ALICE, "DE", "ALC", list(0), NOW - 200, NOW - 100, 2);
        bytes memory signature = sign(ISSUER_KEY, c);
        vm.expectPartialRevert(OcnCertifier.NotInForce.selector);
        certifier.presentCertificate(c, signature);
    }

    function test_a_revoked_certificate_no_longer_counts_and_cannot_come_back() public {
        certificate(ALICE, "DE", "ALC", list(0), 2);
        vm.prank(vm.addr(ISSUER_KEY));
        certifier.revoke(2);
        refused(ALICE, "DE", "ALC", list(0));
        OcnCertifier.Certificate memory c = OcnCertifier.Certificate(ALICE, "DE", "ALC", list(0), NOW, NOW + YEAR, 2);
        bytes memory signature = sign(ISSUER_KEY, c);
        vm.expectPartialRevert(OcnCertifier.NotInForce.selector);
        certifier.presentCertificate(c, signature);
    }

    function test_nobody_revokes_for_another_issuer_but_the_owner() public {
        certificate(ALICE, "DE", "ALC", list(0), 2);
        vm.prank(EVE);
        certifier.revoke(2);
        same(certifier.certifiedRolesOf(ALICE, "DE", "ALC"), 1, "still certified");
        address issuer = vm.addr(ISSUER_KEY);
        vm.expectPartialRevert(Ownable.OwnableUnauthorizedAccount.selector);
        certifier.revokeFor(issuer, 2);
        vm.prank(OWNER);
        certifier.revokeFor(issuer, 2);
        same(certifier.certifiedRolesOf(ALICE, "DE", "ALC"), 0, "revoked");
    }

    function test_a_revocation_is_signed_by_its_issuer_and_sent_by_anybody() public {
        certificate(ALICE, "DE", "ALC", list(0), 2);
        address issuer = vm.addr(ISSUER_KEY);
        bytes memory byAnother = signRevocation(OTHER_KEY, issuer, 2);
        vm.expectPartialRevert(OcnCertifier.SignerMismatch.selector);
        certifier.revokeSigned(issuer, 2, byAnother);
        bytes memory forAnother = signRevocation(ISSUER_KEY, issuer, 3);
        vm.expectPartialRevert(OcnCertifier.SignerMismatch.selector);
        certifier.revokeSigned(issuer, 2, forAnother);
        same(certifier.certifiedRolesOf(ALICE, "DE", "ALC"), 1, "still certified");
        bytes memory signature = signRevocation(ISSUER_KEY, issuer, 2);
        vm.prank(EVE);
        certifier.revokeSigned(issuer, 2, signature);
        same(certifier.certifiedRolesOf(ALICE, "DE", "ALC"), 0, "revoked");
    }

    function test_an_issuer_vouches_within_its_scope_only() public {
        OcnCertifier.Certificate memory c = OcnCertifier.Certificate(ALICE, "DE", "ALC", list(0, 4), NOW, NOW + YEAR, 2);
        bytes memory signature = sign(ISSUER_KEY, c);
        vm.expectPartialRevert(OcnCertifier.RoleBeyondScope.selector);
        certifier.presentCertificate(c, signature);
        signature = sign(OTHER_KEY, c);
        vm.expectPartialRevert(OcnCertifier.RoleBeyondScope.selector);
        certifier.presentCertificate(c, signature);
    }

    function test_an_issuer_without_domains_proves_no_domain() public {
        vm.prank(OWNER);
        certifier.setIssuer(vm.addr(OTHER_KEY), list(0), false);
        OcnCertifier.DomainProof memory p = OcnCertifier.DomainProof(SOUTH, "https://south.example", NOW, NOW + YEAR, 9);
        bytes memory signature = signProof(OTHER_KEY, p);
        vm.expectPartialRevert(OcnCertifier.IssuerUnknown.selector);
        certifier.presentDomainProof(p, signature);
    }

    function test_an_old_certificate_does_not_take_the_place_of_a_newer_one() public {
        certificate(ALICE, "DE", "ALC", list(0), 2);
        OcnCertifier.Certificate memory c = OcnCertifier.Certificate(ALICE, "DE", "ALC", list(0), NOW, NOW + 10, 3);
        bytes memory signature = sign(ISSUER_KEY, c);
        vm.expectPartialRevert(OcnCertifier.OlderThanHeld.selector);
        certifier.presentCertificate(c, signature);
    }

    function test_without_a_proof_nobody_takes_a_domain() public {
        vm.expectPartialRevert(RegistryBook.DomainUnproved.selector);
        vm.prank(SOUTH);
        registry.setNode("https://south.example");
        proveDomain(SOUTH, "https://south.example", 4);
        vm.expectPartialRevert(RegistryBook.DomainUnproved.selector);
        vm.prank(EVE);
        registry.setNode("https://south.example");
        vm.prank(SOUTH);
        registry.setNode("https://south.example");
    }

    function test_a_challenge_is_for_one_operator_and_one_domain() public view {
        bytes32 challenge = certifier.domainChallenge(NORTH, NORTH_DOMAIN);
        yes(challenge != certifier.domainChallenge(SOUTH, NORTH_DOMAIN), "operator");
        yes(challenge != certifier.domainChallenge(NORTH, "https://south.example"), "domain");
    }

    function test_a_squatter_gives_way_to_who_has_a_proof() public {
        OcnRegistry open = new OcnRegistry(OWNER);
        vm.prank(EVE);
        open.setNode(NORTH_DOMAIN);
        vm.prank(EVE);
        open.setParty("DE", "ALC", list(0), EVE);
        vm.prank(OWNER);
        open.setCertifier(certifier);

        vm.prank(NORTH);
        open.setNode(NORTH_DOMAIN);
        same(open.getNode(NORTH), NORTH_DOMAIN, "north");
        same(open.getNode(EVE), "", "eve");
        certificate(ALICE, "DE", "ALC", list(0), 2);
        vm.prank(ALICE);
        open.setParty("DE", "ALC", list(0), NORTH);
        (address holder,,,,,) = open.getPartyDetailsByOcpi("DE", "ALC");
        same(holder, ALICE, "alice");
        same(open.partyCount(), 1, "eve's listing is gone");
    }

    function test_who_has_a_proof_does_not_give_way() public {
        proveDomain(SOUTH, NORTH_DOMAIN, 5);
        vm.expectPartialRevert(RegistryBook.DomainTaken.selector);
        vm.prank(SOUTH);
        registry.setNode(NORTH_DOMAIN);
    }

    function test_anybody_removes_what_is_no_longer_proved_and_nothing_else() public {
        certificate(ALICE, "DE", "ALC", list(0), 2);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        vm.expectPartialRevert(RegistryBook.StillProved.selector);
        registry.removeUncertified(ALICE);
        vm.expectPartialRevert(RegistryBook.StillProved.selector);
        registry.removeUnproved(NORTH);

        // The issuer loses its scope: all it has vouched for falls, at once.
        vm.prank(OWNER);
        certifier.setIssuer(vm.addr(ISSUER_KEY), list(), false);
        registry.removeUncertified(ALICE);
        registry.removeUnproved(NORTH);
        same(registry.partyCount(), 0, "parties");
        same(registry.operatorCount(), 0, "operators");
    }

    function test_in_an_open_registry_nothing_is_removed_as_unproved() public {
        vm.prank(OWNER);
        registry.setCertifier(ICertifier(address(0)));
        vm.expectPartialRevert(RegistryBook.StillProved.selector);
        registry.removeUnproved(NORTH);
    }

    function test_a_certifier_must_be_a_contract() public {
        vm.expectPartialRevert(RegistryBook.CertifierInvalid.selector);
        vm.prank(OWNER);
        registry.setCertifier(ICertifier(EVE));
        vm.expectPartialRevert(Ownable.OwnableUnauthorizedAccount.selector);
        registry.setCertifier(certifier);
    }

    function test_a_broken_certifier_keeps_nobody_from_leaving() public {
        certificate(ALICE, "DE", "ALC", list(0), 2);
        vm.prank(ALICE);
        registry.setParty("DE", "ALC", list(0), NORTH);
        vm.prank(NORTH);
        registry.admitParty(ALICE, "DE", "ALC");
        address broken = address(new Broken());
        vm.prank(OWNER);
        registry.setCertifier(ICertifier(broken));
        address[] memory parties = new address[](1);
        parties[0] = ALICE;
        vm.prank(NORTH);
        registry.dismissParties(parties);
        vm.prank(ALICE);
        registry.deleteParty();
        vm.prank(NORTH);
        registry.deleteNode();
    }

    // ---- words of this test

    function refused(address party, bytes2 cc, bytes3 id, uint8[] memory roles) private {
        vm.expectPartialRevert(RegistryBook.CertificateMissing.selector);
        vm.prank(party);
        registry.setParty(cc, id, roles, NORTH);
    }

    function certificate(address holder, bytes2 cc, bytes3 id, uint8[] memory roles, uint256 serial) private {
        OcnCertifier.Certificate memory c = OcnCertifier.Certificate(holder, cc, id, roles, NOW, NOW + YEAR, serial);
        certifier.presentCertificate(c, sign(ISSUER_KEY, c));
    }

    function proveDomain(address operator, string memory domain, uint256 serial) private {
        OcnCertifier.DomainProof memory p = OcnCertifier.DomainProof(operator, domain, NOW, NOW + YEAR, serial);
        certifier.presentDomainProof(p, signProof(ISSUER_KEY, p));
    }

    function sign(uint256 key, OcnCertifier.Certificate memory c) private view returns (bytes memory) {
        bytes32 kind = keccak256(
            "Certificate(address holder,bytes2 countryCode,bytes3 partyId,uint8[] roles,uint40 validFrom,uint40 validUntil,uint256 serial)"
        );
        bytes memory roles;
        for (uint256 i = 0; i < c.roles.length; ++i) {
            roles = bytes.concat(roles, abi.encode(c.roles[i]));
        }
        return sign(
            key,
            abi.encode(kind, c.holder, c.countryCode, c.partyId, keccak256(roles), c.validFrom, c.validUntil, c.serial)
        );
    }

    function signProof(uint256 key, OcnCertifier.DomainProof memory p) private view returns (bytes memory) {
        bytes32 kind =
            keccak256("DomainProof(address operator,string domain,uint40 validFrom,uint40 validUntil,uint256 serial)");
        return sign(key, abi.encode(kind, p.operator, keccak256(bytes(p.domain)), p.validFrom, p.validUntil, p.serial));
    }

    function signRevocation(uint256 key, address issuer, uint256 serial) private view returns (bytes memory) {
        return sign(key, abi.encode(keccak256("Revocation(address issuer,uint256 serial)"), issuer, serial));
    }

    function sign(uint256 key, bytes memory message) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("OCN Certifier"),
                keccak256("1"),
                block.chainid,
                address(certifier)
            )
        );
        (uint8 v, bytes32 r, bytes32 s) =
            vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, keccak256(message))));
        return abi.encodePacked(r, s, v);
    }
}

/// Answers everything, with nothing.
contract Broken {
    fallback() external {}
}
