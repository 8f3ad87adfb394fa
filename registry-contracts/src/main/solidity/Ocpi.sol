// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title The words of OCPI as the registry stores them: identifiers, roles and modules, and where a node is reached.
/// @notice Roles and modules travel as lists of ordinals (as the first registry published them) and are kept as one bit
/// per ordinal, so that a whole listing fits into one storage slot.
/// Roles: 0 CPO, 1 EMSP, 2 HUB, 3 NAP, 4 NSP, 5 OTHER, 6 SCSP.
/// Modules: 0 cdrs, 1 chargingprofiles, 2 commands, 3 locations, 4 sessions, 5 tariffs, 6 tokens.
library Ocpi {
    uint8 internal constant ROLES = 7;
    uint8 internal constant MODULES = 7;
    uint256 internal constant MAX_DOMAIN_LENGTH = 255;

    /// A role ordinal above 6.
    error RoleUnknown(uint8 role);
    /// A module ordinal above 6.
    error ModuleUnknown(uint8 module);
    /// A party without any role cannot be addressed.
    error RolesMissing();
    /// The country code is not two upper-case ASCII letters.
    error CountryCodeInvalid(bytes2 countryCode);
    /// The party id is not three upper-case ASCII letters or digits.
    error PartyIdInvalid(bytes3 partyId);
    /// The domain is empty or longer than 255 bytes.
    error DomainLengthInvalid(uint256 length);
    /// The domain does not start with `https://` or `http://`, or nothing follows it.
    error DomainSchemeInvalid(string domain);
    /// The domain holds a byte that is not lower case, or ends in a slash: two spellings of one address must not both fit.
    error DomainNotCanonical(string domain, uint256 position);

    /// @notice Packs role ordinals; the order and repetitions do not matter.
    function packRoles(uint8[] calldata roles) internal pure returns (uint8 mask) {
        if (roles.length == 0) revert RolesMissing();
        for (uint256 i = 0; i < roles.length; ++i) {
            if (roles[i] >= ROLES) revert RoleUnknown(roles[i]);
            mask |= uint8(1 << roles[i]);
        }
    }

    /// @notice Packs module ordinals; an empty list is allowed.
    function packModules(uint8[] calldata modules) internal pure returns (uint8 mask) {
        for (uint256 i = 0; i < modules.length; ++i) {
            if (modules[i] >= MODULES) revert ModuleUnknown(modules[i]);
            mask |= uint8(1 << modules[i]);
        }
    }

    /// @notice The ordinals in a mask, ascending.
    function unpack(uint8 mask) internal pure returns (uint8[] memory ordinals) {
        uint256 count = 0;
        for (uint8 rest = mask; rest != 0; rest &= rest - 1) {
            ++count;
        }
        ordinals = new uint8[](count);
        uint256 filled = 0;
        for (uint8 ordinal = 0; filled < count; ++ordinal) {
            if (mask & uint8(1 << ordinal) != 0) ordinals[filled++] = ordinal;
        }
    }

    /// @notice The ordinals of the second registry: it has no HUB, which becomes OTHER there.
    /// Roles there: 0 CPO, 1 EMSP, 2 NAP, 3 NSP, 4 OTHER, 5 SCSP.
    function unpackForSecond(uint8 roles) internal pure returns (uint8[] memory ordinals) {
        uint8 moved = (roles & 0x03) | ((roles >> 1) & 0x3c);
        if (roles & 0x04 != 0) moved |= 0x10;
        return unpack(moved);
    }

    /// @notice One key for country and party id; never zero for a checked pair.
    function pair(bytes2 countryCode, bytes3 partyId) internal pure returns (bytes5) {
        return bytes5(countryCode) | (bytes5(partyId) >> 16);
    }

    /// @notice Refuses identifiers that a node, which upper-cases what it is asked for, could never look up.
    function requirePair(bytes2 countryCode, bytes3 partyId) internal pure {
        for (uint256 i = 0; i < 2; ++i) {
            if (!_isUpper(countryCode[i])) revert CountryCodeInvalid(countryCode);
        }
        for (uint256 i = 0; i < 3; ++i) {
            if (!_isUpper(partyId[i]) && !_isDigit(partyId[i])) revert PartyIdInvalid(partyId);
        }
    }

    /// @notice Refuses a domain that is not a lower-case http(s) address without trailing slash.
    /// @dev Nobody can write down one place in two ways: uniqueness of domains is uniqueness of bytes.
    function requireDomain(string calldata domain) internal pure {
        bytes calldata text = bytes(domain);
        if (text.length == 0 || text.length > MAX_DOMAIN_LENGTH) revert DomainLengthInvalid(text.length);
        uint256 start = _schemeLength(text);
        if (start == 0 || start == text.length) revert DomainSchemeInvalid(domain);
        for (uint256 i = start; i < text.length; ++i) {
            if (!_isDomainByte(text[i])) revert DomainNotCanonical(domain, i);
        }
        if (text[text.length - 1] == "/") revert DomainNotCanonical(domain, text.length - 1);
    }

    function _schemeLength(bytes calldata text) private pure returns (uint256) {
        if (text.length >= 8 && bytes8(text[:8]) == "https://") return 8;
        if (text.length >= 7 && bytes7(text[:7]) == "http://") return 7;
        return 0;
    }

    function _isDomainByte(bytes1 c) private pure returns (bool) {
        return
            (c >= "a" && c <= "z") || (c >= "-" && c <= ":") // - . / 0-9 :
                || c == "_" || c == "~" || c == "[" || c == "]";
    }

    function _isUpper(bytes1 c) private pure returns (bool) {
        return c >= "A" && c <= "Z";
    }

    function _isDigit(bytes1 c) private pure returns (bool) {
        return c >= "0" && c <= "9";
    }
}
