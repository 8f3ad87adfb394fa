// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Asks a contract one question about many accounts in a single call.
/// The published registries answer about one account at a time, and a list of ten thousand would be ten thousand calls.
/// This is never deployed: a node runs it for a call that creates nothing, and the answers come as what it reverts with,
/// which is not bound by the size that code may have.
contract BulkRead {
    /// In the order of the accounts; empty where the contract refused to answer.
    error Answers(bytes[] answers);

    constructor(address target, bytes4 selector, address[] memory accounts) {
        bytes[] memory answers = new bytes[](accounts.length);
        for (uint256 i = 0; i < accounts.length; i++) {
            (bool answered, bytes memory answer) = target.staticcall(abi.encodeWithSelector(selector, accounts[i]));
            if (answered) answers[i] = answer;
        }
        revert Answers(answers);
    }
}
