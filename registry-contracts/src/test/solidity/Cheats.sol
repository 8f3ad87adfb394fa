// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// The few abilities of forge's test machine that these tests use.
interface Vm {
    struct Log {
        bytes32[] topics;
        bytes data;
        address emitter;
    }

    function prank(address sender) external;
    function expectRevert(bytes calldata revertData) external;
    function expectPartialRevert(bytes4 selector) external;
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);
    function addr(uint256 key) external pure returns (address);
    function warp(uint256 timestamp) external;
    function roll(uint256 number) external;
    function chainId(uint256 id) external;
    function assume(bool condition) external pure;
    function recordLogs() external;
    function getRecordedLogs() external returns (Log[] memory);
}

abstract contract Cheats {
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    error Different(string what);

    function same(uint256 a, uint256 b, string memory what) internal pure {
        if (a != b) revert Different(what);
    }

    function same(address a, address b, string memory what) internal pure {
        if (a != b) revert Different(what);
    }

    function same(string memory a, string memory b, string memory what) internal pure {
        if (keccak256(bytes(a)) != keccak256(bytes(b))) revert Different(what);
    }

    function same(uint8[] memory a, uint8[] memory b, string memory what) internal pure {
        if (keccak256(abi.encode(a)) != keccak256(abi.encode(b))) revert Different(what);
    }

    function yes(bool condition, string memory what) internal pure {
        if (!condition) revert Different(what);
    }

    function list() internal pure returns (uint8[] memory) {
        return new uint8[](0);
    }

    function list(uint8 a) internal pure returns (uint8[] memory l) {
        l = new uint8[](1);
        l[0] = a;
    }

    function list(uint8 a, uint8 b) internal pure returns (uint8[] memory l) {
        l = new uint8[](2);
        (l[0], l[1]) = (a, b);
    }

    function list(uint8 a, uint8 b, uint8 c) internal pure returns (uint8[] memory l) {
        l = new uint8[](3);
        (l[0], l[1], l[2]) = (a, b, c);
    }
}
