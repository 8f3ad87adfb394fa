// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";

/// @title Writes that are signed by one and sent (and paid) by another.
/// @notice Every message names its own function, the signer, all arguments, the signer's next nonce and a deadline; chain
/// and contract stand in the EIP-712 domain. So a signature is good for one call, once, here, and not for ever.
abstract contract SignedWrites is EIP712, Nonces {
    /// The message was good until this second only.
    error MessageExpired(uint256 deadline);
    /// The signature was made by another key, or for other arguments, another nonce, chain or contract.
    error SignerMismatch(address expected, address recovered);

    /// @notice Makes every message signed with the caller's current nonce worthless.
    function cancelSignedMessage() external {
        _useNonce(msg.sender);
    }

    /// @notice The separator that stands for this contract on this chain in every signed message.
    // solhint-disable-next-line func-name-mixedcase
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /// @param head the encoded type hash and arguments, the signer first; nonce and deadline are the last two members.
    function _requireSigned(address signer, bytes memory head, uint256 deadline, bytes calldata signature) internal {
        if (block.timestamp > deadline) revert MessageExpired(deadline);
        bytes32 message = keccak256(bytes.concat(head, abi.encode(_useNonce(signer), deadline)));
        address recovered = ECDSA.recover(_hashTypedDataV4(message), signature);
        if (recovered != signer) revert SignerMismatch(signer, recovered);
    }

    /// @dev EIP-712 hashes an array as the hash of its members, each padded to 32 bytes.
    function _hashOf(uint8[] calldata ordinals) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(ordinals));
    }
}
