// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OcnCertifier} from "../../main/solidity/OcnCertifier.sol";
import {OcnPermissions} from "../../main/solidity/OcnPermissions.sol";
import {OcnRegistry} from "../../main/solidity/OcnRegistry.sol";
import {SecondRegistryView} from "../../main/solidity/SecondRegistryView.sol";
import {Cheats} from "./Cheats.sol";

/// Nobody, whatever keys they have, can change the rules under the entries: no contract runs somebody else's code as its own,
/// and none can be removed.
contract UnchangeableTest is Cheats {
    uint8 private constant CALLCODE = 0xf2;
    uint8 private constant DELEGATECALL = 0xf4;
    uint8 private constant SELFDESTRUCT = 0xff;
    uint8 private constant PUSH1 = 0x60;
    uint8 private constant PUSH32 = 0x7f;

    function test_no_contract_can_be_given_other_code() public {
        OcnRegistry registry = new OcnRegistry(address(this));
        requireOwnCodeOnly(address(registry));
        requireOwnCodeOnly(address(new OcnCertifier(address(this))));
        requireOwnCodeOnly(address(new OcnPermissions(registry)));
        requireOwnCodeOnly(address(new SecondRegistryView(registry)));
    }

    function test_code_that_runs_other_code_is_found() public pure {
        require(runsOtherCode(hex"60f45af4"), "a delegatecall was not found");
        require(!runsOtherCode(hex"60f45a61f2ff"), "what is pushed is no instruction");
    }

    function requireOwnCodeOnly(address target) private view {
        require(target.code.length > 0, "nothing there");
        require(!runsOtherCode(target.code), "it can run other code as its own, or end itself");
    }

    function runsOtherCode(bytes memory code) private pure returns (bool) {
        for (uint256 i = 0; i < code.length; i++) {
            uint8 op = uint8(code[i]);
            if (op == CALLCODE || op == DELEGATECALL || op == SELFDESTRUCT) return true;
            if (op >= PUSH1 && op <= PUSH32) i += op - PUSH1 + 1;
        }
        return false;
    }
}
