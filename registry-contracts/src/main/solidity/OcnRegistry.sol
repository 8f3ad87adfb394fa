// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {FirstRegistryReads} from "./FirstRegistryReads.sol";
import {ICertifier} from "./ICertifier.sol";
import {Ocpi} from "./Ocpi.sol";
import {RegistryPages} from "./RegistryPages.sol";
import {SignedWrites} from "./SignedWrites.sol";

/// @title The registry of the open charging network: who operates a node, who is a party, and who carries whom.
/// @notice A party lists itself under an operator; the operator admits it. Only then the party is reached there: nobody
/// lists somebody else, and nobody is made to carry somebody. Every write is sent by its author, or signed by its author
/// and sent by anybody. While paused nothing is added or changed, but everybody may still leave.
contract OcnRegistry is FirstRegistryReads, RegistryPages, SignedWrites, Ownable2Step, Pausable {
    bytes32 private constant SET_NODE =
        keccak256("SetNode(address operator,string domain,uint256 nonce,uint256 deadline)");
    bytes32 private constant DELETE_NODE = keccak256("DeleteNode(address operator,uint256 nonce,uint256 deadline)");
    bytes32 private constant ADMIT_PARTY = keccak256(
        "AdmitParty(address operator,address party,bytes2 countryCode,bytes3 partyId,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant DISMISS_PARTY =
        keccak256("DismissParty(address operator,address party,uint256 nonce,uint256 deadline)");
    bytes32 private constant SET_PARTY = keccak256(
        "SetParty(address party,bytes2 countryCode,bytes3 partyId,uint8[] roles,address operator,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant SET_PARTY_MODULES =
        keccak256("SetPartyModules(address party,uint8[] sender,uint8[] receiver,uint256 nonce,uint256 deadline)");
    bytes32 private constant SET_PARTY_PROFILE =
        keccak256("SetPartyProfile(address party,string name,string url,uint256 nonce,uint256 deadline)");
    bytes32 private constant DELETE_PARTY = keccak256("DeleteParty(address party,uint256 nonce,uint256 deadline)");

    /// May stop the registry in an emergency; only the owner starts it again.
    address public pauser;

    /// Another address may stop the registry.
    event PauserChanged(address indexed pauser);

    /// Somebody else decides what must be proved.
    event CertifierChanged(address indexed certifier);

    /// Only the owner or the pauser may stop the registry.
    error PauserRequired(address caller);
    /// A registry without an owner could never be started again.
    error OwnerRequired();

    constructor(address owner) Ownable(owner) EIP712("OCN Registry", "3") {}

    // ---- an operator writes

    /// @notice Registers the caller's node or moves it; the old domain is free at once.
    function setNode(string calldata domain) external whenNotPaused {
        _setNode(msg.sender, domain);
    }

    /// @notice As `setNode`, signed by the operator.
    function setNodeSigned(address operator, string calldata domain, uint256 deadline, bytes calldata signature)
        external
        whenNotPaused
    {
        _requireSigned(operator, abi.encode(SET_NODE, operator, keccak256(bytes(domain))), deadline, signature);
        _setNode(operator, domain);
    }

    /// @notice Removes the caller's node; refused while it carries parties.
    function deleteNode() external {
        _deleteNode(msg.sender, false);
    }

    /// @notice As `deleteNode`, signed by the operator.
    function deleteNodeSigned(address operator, uint256 deadline, bytes calldata signature) external {
        _requireSigned(operator, abi.encode(DELETE_NODE, operator), deadline, signature);
        _deleteNode(operator, false);
    }

    /// @notice The caller's node carries this party under this pair; may be said before or after the party lists itself.
    function admitParty(address partyAddress, bytes2 countryCode, bytes3 partyId) external whenNotPaused {
        _admit(msg.sender, partyAddress, countryCode, partyId);
    }

    /// @notice As `admitParty`, signed by the operator.
    function admitPartySigned(
        address operator,
        address partyAddress,
        bytes2 countryCode,
        bytes3 partyId,
        uint256 deadline,
        bytes calldata signature
    ) external whenNotPaused {
        bytes memory head = abi.encode(ADMIT_PARTY, operator, partyAddress, countryCode, partyId);
        _requireSigned(operator, head, deadline, signature);
        _admit(operator, partyAddress, countryCode, partyId);
    }

    /// @notice The caller's node no longer carries these parties; those it never carried are left alone.
    function dismissParties(address[] calldata partyAddresses) external {
        for (uint256 i = 0; i < partyAddresses.length; ++i) {
            _dismiss(msg.sender, partyAddresses[i]);
        }
    }

    /// @notice As `dismissParties` for one party, signed by the operator.
    function dismissPartySigned(address operator, address partyAddress, uint256 deadline, bytes calldata signature)
        external
    {
        _requireSigned(operator, abi.encode(DISMISS_PARTY, operator, partyAddress), deadline, signature);
        _dismiss(operator, partyAddress);
    }

    // ---- a party writes

    /// @notice Lists the caller, or changes its listing; modules stay unless the pair changes.
    function setParty(bytes2 countryCode, bytes3 partyId, uint8[] calldata roles, address operator)
        external
        whenNotPaused
    {
        _setParty(msg.sender, countryCode, partyId, Ocpi.packRoles(roles), operator);
    }

    /// @notice As `setParty`, signed by the party.
    function setPartySigned(
        address partyAddress,
        bytes2 countryCode,
        bytes3 partyId,
        uint8[] calldata roles,
        address operator,
        uint256 deadline,
        bytes calldata signature
    ) external whenNotPaused {
        bytes memory head = abi.encode(SET_PARTY, partyAddress, countryCode, partyId, _hashOf(roles), operator);
        _requireSigned(partyAddress, head, deadline, signature);
        _setParty(partyAddress, countryCode, partyId, Ocpi.packRoles(roles), operator);
    }

    /// @notice Says which modules the caller offers as sender and as receiver.
    function setPartyModules(uint8[] calldata sender, uint8[] calldata receiver) external whenNotPaused {
        _setPartyModules(msg.sender, Ocpi.packModules(sender), Ocpi.packModules(receiver));
    }

    /// @notice As `setPartyModules`, signed by the party.
    function setPartyModulesSigned(
        address partyAddress,
        uint8[] calldata sender,
        uint8[] calldata receiver,
        uint256 deadline,
        bytes calldata signature
    ) external whenNotPaused {
        bytes memory head = abi.encode(SET_PARTY_MODULES, partyAddress, _hashOf(sender), _hashOf(receiver));
        _requireSigned(partyAddress, head, deadline, signature);
        _setPartyModules(partyAddress, Ocpi.packModules(sender), Ocpi.packModules(receiver));
    }

    /// @notice Says what the caller calls itself; people read it, nothing depends on it.
    function setPartyProfile(string calldata name, string calldata url) external whenNotPaused {
        _setProfile(msg.sender, name, url);
    }

    /// @notice As `setPartyProfile`, signed by the party.
    function setPartyProfileSigned(
        address partyAddress,
        string calldata name,
        string calldata url,
        uint256 deadline,
        bytes calldata signature
    ) external whenNotPaused {
        bytes memory head = abi.encode(SET_PARTY_PROFILE, partyAddress, keccak256(bytes(name)), keccak256(bytes(url)));
        _requireSigned(partyAddress, head, deadline, signature);
        _setProfile(partyAddress, name, url);
    }

    /// @notice Removes the caller's listing; its pair is free at once.
    function deleteParty() external {
        _deleteParty(msg.sender);
    }

    /// @notice As `deleteParty`, signed by the party.
    function deletePartySigned(address partyAddress, uint256 deadline, bytes calldata signature) external {
        _requireSigned(partyAddress, abi.encode(DELETE_PARTY, partyAddress), deadline, signature);
        _deleteParty(partyAddress);
    }

    // ---- anybody

    /// @notice Removes a node whose domain is not proved (any more). Possible only where a certifier demands proof.
    function removeUnproved(address operator) external {
        _removeUnproved(operator);
    }

    /// @notice Removes a listing whose certificate is missing, expired or revoked. Possible only where a certifier
    /// demands one.
    function removeUncertified(address partyAddress) external {
        _removeUncertified(partyAddress);
    }

    // ---- the owner

    /// @notice Names who decides what must be proved; zero for an open network.
    function setCertifier(ICertifier newCertifier) external onlyOwner {
        _setCertifier(newCertifier);
        emit CertifierChanged(address(newCertifier));
    }

    /// @notice Removes a node; its parties stay listed and are unreachable until they move.
    function adminDeleteOperator(address operator) external onlyOwner {
        _deleteNode(operator, true);
    }

    /// @notice Removes the listing that holds this pair.
    function adminDeleteParty(bytes2 countryCode, bytes3 partyId) external onlyOwner {
        _deleteParty(_holderOf(countryCode, partyId));
    }

    /// @notice Names who may stop the registry beside the owner; zero for nobody.
    function setPauser(address newPauser) external onlyOwner {
        pauser = newPauser;
        emit PauserChanged(newPauser);
    }

    /// @notice Stops everything but leaving.
    function pause() external {
        if (msg.sender != owner() && msg.sender != pauser) revert PauserRequired(msg.sender);
        _pause();
    }

    /// @notice Ends the pause.
    function unpause() external onlyOwner {
        _unpause();
    }

    /// @notice Always refused: see `OwnerRequired`.
    function renounceOwnership() public pure override {
        revert OwnerRequired();
    }
}
