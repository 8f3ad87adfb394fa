// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {ICertifier} from "./ICertifier.sol";
import {Ocpi} from "./Ocpi.sol";

/// @title Certificates: that somebody is a party in a role, and that a domain is an operator's own.
/// @notice An issuer signs, anybody presents, the registry asks. A certificate names its holder, country code, party id,
/// roles, validity and serial number, so that nobody else can use it and for nothing else. It counts as long as it is in
/// its time, is not revoked, and its issuer may still issue for that role: taking an issuer's scope away takes effect at
/// once. A domain is proved by a challenge: the operator serves what `domainChallenge` says under its domain, an issuer
/// fetches it there and signs.
contract OcnCertifier is ICertifier, EIP712, Ownable2Step {
    bytes32 private constant CERTIFICATE = keccak256(
        "Certificate(address holder,bytes2 countryCode,bytes3 partyId,uint8[] roles,uint40 validFrom,uint40 validUntil,uint256 serial)"
    );
    bytes32 private constant DOMAIN_PROOF =
        keccak256("DomainProof(address operator,string domain,uint40 validFrom,uint40 validUntil,uint256 serial)");
    bytes32 private constant REVOCATION = keccak256("Revocation(address issuer,uint256 serial)");
    bytes32 private constant CHALLENGE = keccak256("DomainChallenge(address operator,string domain)");

    /// What an issuer may vouch for: roles (a mask) and whether domains.
    struct Scope {
        uint8 roles;
        bool domains;
    }

    /// What an issuer signs about a party.
    struct Certificate {
        address holder;
        bytes2 countryCode;
        bytes3 partyId;
        uint8[] roles;
        uint40 validFrom;
        uint40 validUntil;
        uint256 serial;
    }

    /// What an issuer signs about a domain.
    struct DomainProof {
        address operator;
        string domain;
        uint40 validFrom;
        uint40 validUntil;
        uint256 serial;
    }

    /// Who vouches, how long, and under which number it can be revoked.
    struct Voucher {
        address issuer;
        uint40 validFrom;
        uint40 validUntil;
        uint256 serial;
    }

    /// The roles that need a certificate, as a mask.
    uint8 public certifiedRoles;
    /// Whether domains need a proof.
    bool public domainsProved;
    /// What an issuer may vouch for.
    mapping(address issuer => Scope) public scopeOf;
    /// Whether an issuer has revoked a serial number of its own.
    mapping(address issuer => mapping(uint256 serial => bool)) public isRevoked;

    mapping(address holder => mapping(bytes5 pair => mapping(uint8 role => Voucher))) private _roles;
    mapping(address operator => mapping(bytes32 domainHash => Voucher)) private _domains;

    /// From now on these roles need a certificate, and domains a proof.
    event DemandsChanged(uint8 certifiedRoles, bool domainsProved);
    /// From now on this issuer may vouch for this and no more.
    event IssuerChanged(address indexed issuer, uint8 roles, bool domains);
    /// A certificate counts.
    event CertificatePresented(
        address indexed holder,
        address indexed issuer,
        bytes2 countryCode,
        bytes3 partyId,
        uint8[] roles,
        uint40 validUntil,
        uint256 serial
    );
    /// A proof of a domain counts.
    event DomainProofPresented(
        address indexed operator, address indexed issuer, string domain, uint40 validUntil, uint256 serial
    );
    /// A certificate or proof no longer counts.
    event Revoked(address indexed issuer, uint256 indexed serial);

    /// The signer may not vouch for this.
    error IssuerUnknown(address issuer);
    /// The signer may not vouch for this role.
    error RoleBeyondScope(address issuer, uint8 role);
    /// It is expired, ends before it begins, or was revoked.
    error NotInForce(uint40 validFrom, uint40 validUntil, bool revoked);
    /// What is held for this role lasts longer.
    error OlderThanHeld(uint40 validUntil, uint40 heldUntil);
    /// The signature was made by another key, or for another number, chain or contract.
    error SignerMismatch(address expected, address recovered);
    /// A certifier without an owner could never change its issuers again.
    error OwnerRequired();

    constructor(address owner) Ownable(owner) EIP712("OCN Certifier", "1") {}

    // ---- the registry asks

    /// @inheritdoc ICertifier
    function mayBe(address holder, bytes2 countryCode, bytes3 partyId, uint8 roles) external view returns (bool) {
        uint8 demanded = roles & certifiedRoles;
        return certifiedRolesOf(holder, countryCode, partyId) & demanded == demanded;
    }

    /// @inheritdoc ICertifier
    function mayServe(address operator, bytes32 domainHash) external view returns (bool) {
        if (!domainsProved) return true;
        Voucher memory v = _domains[operator][domainHash];
        return scopeOf[v.issuer].domains && _inForce(v);
    }

    // ---- anybody asks

    /// @notice The roles (a mask) for which this account holds certificates that count now.
    function certifiedRolesOf(address holder, bytes2 countryCode, bytes3 partyId) public view returns (uint8 mask) {
        bytes5 pair = Ocpi.pair(countryCode, partyId);
        for (uint8 role = 0; role < Ocpi.ROLES; ++role) {
            Voucher memory v = _roles[holder][pair][role];
            if (scopeOf[v.issuer].roles & uint8(1 << role) != 0 && _inForce(v)) mask |= uint8(1 << role);
        }
    }

    /// @notice Who vouches for this account in this role.
    function voucherOf(address holder, bytes2 countryCode, bytes3 partyId, uint8 role)
        external
        view
        returns (Voucher memory)
    {
        return _roles[holder][Ocpi.pair(countryCode, partyId)][role];
    }

    /// @notice What the operator must serve under its domain, signed with its key, before an issuer vouches for it.
    function domainChallenge(address operator, string calldata domain) external view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(CHALLENGE, operator, keccak256(bytes(domain)))));
    }

    // ---- anybody presents

    /// @notice Presents a certificate; what it says counts from now on.
    function presentCertificate(Certificate calldata c, bytes calldata signature) external {
        Ocpi.requirePair(c.countryCode, c.partyId);
        bytes32 message = keccak256(
            abi.encode(
                CERTIFICATE,
                c.holder,
                c.countryCode,
                c.partyId,
                keccak256(abi.encodePacked(c.roles)),
                c.validFrom,
                c.validUntil,
                c.serial
            )
        );
        address issuer = ECDSA.recover(_hashTypedDataV4(message), signature);
        Voucher memory voucher = Voucher(issuer, c.validFrom, c.validUntil, c.serial);
        _requireInForce(voucher);
        uint8 asked = Ocpi.packRoles(c.roles);
        bytes5 pair = Ocpi.pair(c.countryCode, c.partyId);
        for (uint8 role = 0; role < Ocpi.ROLES; ++role) {
            if (asked & uint8(1 << role) != 0) _holdRole(c.holder, pair, role, voucher);
        }
        emit CertificatePresented(c.holder, issuer, c.countryCode, c.partyId, c.roles, c.validUntil, c.serial);
    }

    /// @notice Presents the proof that a domain is an operator's own.
    function presentDomainProof(DomainProof calldata p, bytes calldata signature) external {
        Ocpi.requireDomain(p.domain);
        bytes32 hash = keccak256(bytes(p.domain));
        bytes32 message = keccak256(abi.encode(DOMAIN_PROOF, p.operator, hash, p.validFrom, p.validUntil, p.serial));
        address issuer = ECDSA.recover(_hashTypedDataV4(message), signature);
        if (!scopeOf[issuer].domains) revert IssuerUnknown(issuer);
        Voucher memory voucher = Voucher(issuer, p.validFrom, p.validUntil, p.serial);
        _requireInForce(voucher);
        Voucher memory held = _domains[p.operator][hash];
        if (scopeOf[held.issuer].domains) _requireLonger(voucher, held);
        _domains[p.operator][hash] = voucher;
        emit DomainProofPresented(p.operator, issuer, p.domain, p.validUntil, p.serial);
    }

    // ---- issuers and the owner

    /// @notice Makes everything with this serial number of the caller worthless, presented or not.
    function revoke(uint256 serial) external {
        _revoke(msg.sender, serial);
    }

    /// @notice As `revoke`, signed by the issuer and sent by anybody. It needs neither nonce nor deadline: what is revoked
    /// stays so, saying it again changes nothing.
    function revokeSigned(address issuer, uint256 serial, bytes calldata signature) external {
        bytes32 message = keccak256(abi.encode(REVOCATION, issuer, serial));
        address recovered = ECDSA.recover(_hashTypedDataV4(message), signature);
        if (recovered != issuer) revert SignerMismatch(issuer, recovered);
        _revoke(issuer, serial);
    }

    /// @notice Revokes in an issuer's name, for issuers that have lost their key.
    function revokeFor(address issuer, uint256 serial) external onlyOwner {
        _revoke(issuer, serial);
    }

    /// @notice Says what an issuer may vouch for; nothing takes all of it away, also for what was presented before.
    function setIssuer(address issuer, uint8[] calldata roles, bool domains) external onlyOwner {
        uint8 mask = roles.length == 0 ? 0 : Ocpi.packRoles(roles);
        scopeOf[issuer] = Scope(mask, domains);
        emit IssuerChanged(issuer, mask, domains);
    }

    /// @notice Says which roles need a certificate, and whether domains need a proof.
    function setDemands(uint8[] calldata roles, bool domains) external onlyOwner {
        certifiedRoles = roles.length == 0 ? 0 : Ocpi.packRoles(roles);
        domainsProved = domains;
        emit DemandsChanged(certifiedRoles, domains);
    }

    /// @notice Always refused: see `OwnerRequired`.
    function renounceOwnership() public pure override {
        revert OwnerRequired();
    }

    // ---- inside

    function _holdRole(address holder, bytes5 pair, uint8 role, Voucher memory voucher) private {
        uint8 bit = uint8(1 << role);
        if (scopeOf[voucher.issuer].roles & bit == 0) revert RoleBeyondScope(voucher.issuer, role);
        Voucher memory held = _roles[holder][pair][role];
        if (scopeOf[held.issuer].roles & bit != 0) _requireLonger(voucher, held);
        _roles[holder][pair][role] = voucher;
    }

    /// @dev Anybody may present: an old certificate must not take the place of a newer one.
    function _requireLonger(Voucher memory voucher, Voucher memory held) private view {
        if (_inForce(held) && voucher.validUntil < held.validUntil) {
            revert OlderThanHeld(voucher.validUntil, held.validUntil);
        }
    }

    function _requireInForce(Voucher memory v) private view {
        bool revoked = isRevoked[v.issuer][v.serial];
        if (revoked || v.validUntil < block.timestamp || v.validUntil <= v.validFrom) {
            revert NotInForce(v.validFrom, v.validUntil, revoked);
        }
    }

    function _inForce(Voucher memory v) private view returns (bool) {
        return v.validFrom <= block.timestamp && block.timestamp <= v.validUntil && !isRevoked[v.issuer][v.serial];
    }

    function _revoke(address issuer, uint256 serial) private {
        isRevoked[issuer][serial] = true;
        emit Revoked(issuer, serial);
    }
}
