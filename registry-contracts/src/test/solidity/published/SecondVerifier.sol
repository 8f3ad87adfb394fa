// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Whom the second published registry asks about certificates: typed messages (EIP-712) of its domain, and who has
/// signed them. What is wrongly signed is signed by somebody else, or by nobody: it is never refused here.
contract SecondVerifier {
    struct EMPCertificate {
        string identifier;
        string name;
        string marktfunktion;
        string lieferant;
        string bilanzkreis;
        address owner;
        string vatid;
    }

    struct CPOCertificate {
        string identifier;
        string name;
        address owner;
    }

    struct Signature {
        bytes32 r;
        bytes32 s;
        uint8 v;
    }

    // Spelled as they are published; a comma that is elsewhere is another type.
    // forgefmt: disable-next-line
    bytes32 public constant EMP_TYPE_HASH = keccak256("EMPCertificate(string identifier,string name,string marktfunktion,string lieferant,string bilanzkreis,address owner,string vatid)");
    bytes32 public constant CPO_TYPE_HASH = keccak256("CPOCertificate(string identifier,string name,address owner)");
    bytes32 private constant DOMAIN_TYPE_HASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract,bytes32 salt)"
    );

    function verifyEMP(bytes calldata certificate, bytes calldata signature)
        external
        view
        returns (address signer, EMPCertificate memory said, Signature memory by)
    {
        said = abi.decode(certificate, (EMPCertificate));
        by = abi.decode(signature, (Signature));
        bytes memory market = abi.encode(
            keccak256(bytes(said.marktfunktion)), keccak256(bytes(said.lieferant)), keccak256(bytes(said.bilanzkreis))
        );
        bytes32 content = keccak256(
            bytes.concat(
                EMP_TYPE_HASH,
                keccak256(bytes(said.identifier)),
                keccak256(bytes(said.name)),
                market,
                bytes32(uint256(uint160(said.owner))),
                keccak256(bytes(said.vatid))
            )
        );
        signer = _signer(content, by);
    }

    function verifyCPO(bytes calldata certificate, bytes calldata signature)
        external
        view
        returns (address signer, CPOCertificate memory said, Signature memory by)
    {
        return _short(certificate, signature);
    }

    /// All other roles have certificates of the CPOs' type.
    function verifyOther(bytes calldata certificate, bytes calldata signature)
        external
        view
        returns (address signer, CPOCertificate memory said, Signature memory by)
    {
        return _short(certificate, signature);
    }

    function _short(bytes calldata certificate, bytes calldata signature)
        private
        view
        returns (address signer, CPOCertificate memory said, Signature memory by)
    {
        said = abi.decode(certificate, (CPOCertificate));
        by = abi.decode(signature, (Signature));
        bytes32 content = keccak256(
            abi.encode(CPO_TYPE_HASH, keccak256(bytes(said.identifier)), keccak256(bytes(said.name)), said.owner)
        );
        signer = _signer(content, by);
    }

    function _signer(bytes32 content, Signature memory by) private view returns (address) {
        bytes32 domain = keccak256(
            abi.encode(
                DOMAIN_TYPE_HASH,
                keccak256("Banula"),
                keccak256("1"),
                block.chainid,
                address(this),
                bytes32("banulaocn")
            )
        );
        return ecrecover(keccak256(abi.encodePacked(hex"1901", domain, content)), by.v, by.r, by.s);
    }
}
