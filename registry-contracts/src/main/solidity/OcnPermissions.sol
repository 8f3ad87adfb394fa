// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {OcnRegistry} from "./OcnRegistry.sol";
import {SignedWrites} from "./SignedWrites.sol";

/// @title Services, and who has agreed to what they may do.
/// @notice A party offers a service that asks for permissions; another party agrees to it, to exactly the permissions it
/// has seen. When the service asks for more, the agreement rests until it is made anew; when one of the two is no longer
/// listed under the same country code and party id, it rests too. Revoking is always possible.
/// Permission numbers are those of the first registry, 0 to 16.
contract OcnPermissions is SignedWrites {
    using EnumerableSet for EnumerableSet.AddressSet;

    bytes32 private constant SET_SERVICE = keccak256(
        "SetService(address provider,string name,string url,uint256[] permissions,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant DELETE_SERVICE =
        keccak256("DeleteService(address provider,uint256 nonce,uint256 deadline)");
    bytes32 private constant CREATE_AGREEMENT = keccak256(
        "CreateAgreement(address user,address provider,uint256[] permissions,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant REVOKE_AGREEMENT =
        keccak256("RevokeAgreement(address user,address provider,uint256 nonce,uint256 deadline)");

    /// The numbers below this are permissions.
    uint256 public constant PERMISSIONS = 17;

    /// A service. No entry: permissions zero.
    struct Service {
        string name;
        string url;
        uint32 permissions;
        bytes5 pair;
        uint32 changedAt;
    }

    /// A service as the paging getter returns it; permissions as a mask.
    struct ServiceEntry {
        address provider;
        bytes2 countryCode;
        bytes3 partyId;
        string name;
        string url;
        uint32 permissions;
        bool offered;
    }

    /// What a user agreed to, and as whom. No entry: permissions zero.
    struct Agreement {
        uint32 permissions;
        bytes5 userPair;
        bytes5 providerPair;
    }

    /// An agreement as the paging getter returns it; permissions as a mask.
    struct AgreementEntry {
        address user;
        address provider;
        uint32 permissions;
        bool live;
    }

    /// As the first registry published it; empty name and url mean that the service is gone.
    event ServiceUpdate(string name, string url, uint256[] permissions, address provider);
    /// As the first registry published it, when an agreement is made (there also when it was revoked).
    event ServiceAgreement(address user, address provider);
    /// The service is this now; permissions zero mean that it is gone.
    event ServiceChanged(address indexed provider, uint32 permissions, string name, string url);
    /// The user lets the provider do this.
    event AgreementCreated(address indexed user, address indexed provider, uint32 permissions);
    /// The user no longer lets the provider do anything.
    event AgreementRevoked(address indexed user, address indexed provider);

    /// The registry is paused: nothing is added or changed, everybody may leave.
    error RegistryPaused();
    /// This account has no party in the registry.
    error PartyUnknown(address account);
    /// A service without permissions needs no agreement and is none.
    error PermissionsMissing();
    /// A permission number above 16.
    error PermissionUnknown(uint256 permission);
    /// This account offers no service.
    error ServiceUnknown(address provider);
    /// The service asks for other permissions (a mask) than the user agrees to: look again.
    error PermissionsDiffer(uint32 asked, uint32 agreed);
    /// There is no such agreement.
    error AgreementUnknown(address user, address provider);
    /// A service's name may have 100 bytes, its address 255.
    error ServiceTextTooLong(uint256 name, uint256 url);

    /// The registry that says who is a party.
    OcnRegistry public immutable registry;

    EnumerableSet.AddressSet private _providers;
    mapping(address provider => Service) private _services;
    mapping(address user => EnumerableSet.AddressSet) private _providersOf;
    mapping(address user => mapping(address provider => Agreement)) private _agreements;

    modifier whileRunning() {
        if (registry.paused()) revert RegistryPaused();
        _;
    }

    constructor(OcnRegistry registryInUse) EIP712("OCN Permissions", "3") {
        registry = registryInUse;
    }

    // ---- a provider writes

    /// @notice Offers a service or changes it. Asking for more lets agreements rest until they are made anew.
    function setService(string calldata name, string calldata url, uint256[] calldata permissions)
        external
        whileRunning
    {
        _setService(msg.sender, name, url, permissions);
    }

    /// @notice As `setService`, signed by the provider.
    function setServiceSigned(
        address provider,
        string calldata name,
        string calldata url,
        uint256[] calldata permissions,
        uint256 deadline,
        bytes calldata signature
    ) external whileRunning {
        bytes memory head = abi.encode(
            SET_SERVICE,
            provider,
            keccak256(bytes(name)),
            keccak256(bytes(url)),
            keccak256(abi.encodePacked(permissions))
        );
        _requireSigned(provider, head, deadline, signature);
        _setService(provider, name, url, permissions);
    }

    /// @notice Ends the caller's service.
    function deleteService() external {
        _deleteService(msg.sender);
    }

    /// @notice As `deleteService`, signed by the provider.
    function deleteServiceSigned(address provider, uint256 deadline, bytes calldata signature) external {
        _requireSigned(provider, abi.encode(DELETE_SERVICE, provider), deadline, signature);
        _deleteService(provider);
    }

    // ---- a user writes

    /// @notice Agrees to a service, if it asks for exactly these permissions.
    function createAgreement(address provider, uint256[] calldata permissions) external whileRunning {
        _createAgreement(msg.sender, provider, permissions);
    }

    /// @notice As `createAgreement`, signed by the user.
    function createAgreementSigned(
        address user,
        address provider,
        uint256[] calldata permissions,
        uint256 deadline,
        bytes calldata signature
    ) external whileRunning {
        bytes memory head = abi.encode(CREATE_AGREEMENT, user, provider, keccak256(abi.encodePacked(permissions)));
        _requireSigned(user, head, deadline, signature);
        _createAgreement(user, provider, permissions);
    }

    /// @notice Ends an agreement; possible whatever has become of service, provider or user.
    function revokeAgreement(address provider) external {
        _revokeAgreement(msg.sender, provider);
    }

    /// @notice As `revokeAgreement`, signed by the user.
    function revokeAgreementSigned(address user, address provider, uint256 deadline, bytes calldata signature)
        external
    {
        _requireSigned(user, abi.encode(REVOKE_AGREEMENT, user, provider), deadline, signature);
        _revokeAgreement(user, provider);
    }

    // ---- reading, as the first registry published it

    /// @notice A service; empty when it is not offered (any more).
    function getService(address provider)
        external
        view
        returns (
            bytes2 countryCode,
            bytes3 partyId,
            string memory name,
            string memory url,
            uint256[] memory permissions
        )
    {
        if (!_isOffered(provider)) return (0, 0, "", "", new uint256[](0));
        Service storage s = _services[provider];
        return (bytes2(s.pair), bytes3(s.pair << 16), s.name, s.url, _unpack(s.permissions));
    }

    /// @notice Everybody who has set a service and not deleted it.
    function getProviders() external view returns (address[] memory) {
        return _providers.values();
    }

    /// @notice The providers with whom this user has agreements that are live.
    function getUserAgreementsByAddress(address user) external view returns (address[] memory) {
        return _liveProviders(user);
    }

    /// @notice The providers with whom this party has agreements that are live.
    function getUserAgreementsByOcpi(bytes2 countryCode, bytes3 partyId) external view returns (address[] memory) {
        return _liveProviders(_accountOf(countryCode, partyId));
    }

    /// @notice Whether there is a live agreement.
    function hasUserAgreementByAddress(address user, address provider) external view returns (bool) {
        return _isLive(user, provider);
    }

    /// @notice Whether there is a live agreement.
    function hasUserAgreementByOcpi(bytes2 countryCode, bytes3 partyId, address provider) external view returns (bool) {
        return _isLive(_accountOf(countryCode, partyId), provider);
    }

    // ---- reading in pages

    /// @notice Services, with their providers.
    function servicesPage(uint256 cursor, uint256 limit)
        external
        view
        returns (ServiceEntry[] memory page, uint256 next, uint256 total)
    {
        total = _providers.length();
        next = _end(cursor, limit, total);
        page = new ServiceEntry[](next > cursor ? next - cursor : 0);
        for (uint256 i = 0; i < page.length; ++i) {
            address provider = _providers.at(cursor + i);
            Service storage s = _services[provider];
            page[i] = ServiceEntry(
                provider, bytes2(s.pair), bytes3(s.pair << 16), s.name, s.url, s.permissions, _isOffered(provider)
            );
        }
    }

    /// @notice A user's agreements, live or resting.
    function agreementsPage(address user, uint256 cursor, uint256 limit)
        external
        view
        returns (AgreementEntry[] memory page, uint256 next, uint256 total)
    {
        EnumerableSet.AddressSet storage providers = _providersOf[user];
        total = providers.length();
        next = _end(cursor, limit, total);
        page = new AgreementEntry[](next > cursor ? next - cursor : 0);
        for (uint256 i = 0; i < page.length; ++i) {
            address provider = providers.at(cursor + i);
            page[i] = AgreementEntry(user, provider, _agreements[user][provider].permissions, _isLive(user, provider));
        }
    }

    // ---- inside

    function _setService(address provider, string calldata name, string calldata url, uint256[] calldata permissions)
        private
    {
        bytes5 pair = _requireParty(provider);
        if (bytes(name).length > 100 || bytes(url).length > 255) {
            revert ServiceTextTooLong(bytes(name).length, bytes(url).length);
        }
        uint32 mask = _pack(permissions);
        _providers.add(provider);
        _services[provider] = Service(name, url, mask, pair, uint32(block.number));
        emit ServiceUpdate(name, url, _unpack(mask), provider);
        emit ServiceChanged(provider, mask, name, url);
    }

    function _deleteService(address provider) private {
        if (!_providers.remove(provider)) revert ServiceUnknown(provider);
        uint256[] memory permissions = _unpack(_services[provider].permissions);
        delete _services[provider];
        emit ServiceUpdate("", "", permissions, provider);
        emit ServiceChanged(provider, 0, "", "");
    }

    function _createAgreement(address user, address provider, uint256[] calldata permissions) private {
        bytes5 userPair = _requireParty(user);
        if (!_isOffered(provider)) revert ServiceUnknown(provider);
        Service storage service = _services[provider];
        uint32 agreed = _pack(permissions);
        if (agreed != service.permissions) revert PermissionsDiffer(service.permissions, agreed);
        _providersOf[user].add(provider);
        _agreements[user][provider] = Agreement(agreed, userPair, service.pair);
        emit ServiceAgreement(user, provider);
        emit AgreementCreated(user, provider, agreed);
    }

    function _revokeAgreement(address user, address provider) private {
        if (!_providersOf[user].remove(provider)) revert AgreementUnknown(user, provider);
        delete _agreements[user][provider];
        emit AgreementRevoked(user, provider);
    }

    function _liveProviders(address user) private view returns (address[] memory live) {
        live = _providersOf[user].values();
        uint256 count = 0;
        for (uint256 i = 0; i < live.length; ++i) {
            if (_isLive(user, live[i])) live[count++] = live[i];
        }
        assembly ("memory-safe") {
            mstore(live, count) // the list was made for the case that all are live
        }
    }

    /// @dev What was agreed to covers what is asked, and both are still who they were.
    function _isLive(address user, address provider) private view returns (bool) {
        Agreement storage a = _agreements[user][provider];
        Service storage s = _services[provider];
        return a.permissions != 0 && s.permissions != 0 && s.permissions & ~a.permissions == 0
            && s.pair == a.providerPair && _pairOf(user) == a.userPair && _isOffered(provider);
    }

    /// @dev A service rests while its provider is not listed as who it was when it was set.
    function _isOffered(address provider) private view returns (bool) {
        Service storage s = _services[provider];
        return s.permissions != 0 && _pairOf(provider) == s.pair;
    }

    function _requireParty(address account) private view returns (bytes5 pair) {
        pair = _pairOf(account);
        if (pair == 0) revert PartyUnknown(account);
    }

    function _pairOf(address account) private view returns (bytes5) {
        OcnRegistry.PartyEntry memory entry = registry.partyEntry(account);
        return bytes5(entry.countryCode) | (bytes5(entry.partyId) >> 16);
    }

    function _accountOf(bytes2 countryCode, bytes3 partyId) private view returns (address account) {
        (account,,,,,) = registry.getPartyDetailsByOcpi(countryCode, partyId);
    }

    function _pack(uint256[] calldata permissions) private pure returns (uint32 mask) {
        if (permissions.length == 0) revert PermissionsMissing();
        for (uint256 i = 0; i < permissions.length; ++i) {
            if (permissions[i] >= PERMISSIONS) revert PermissionUnknown(permissions[i]);
            mask |= uint32(1 << permissions[i]);
        }
    }

    function _unpack(uint32 mask) private pure returns (uint256[] memory permissions) {
        uint256 count = 0;
        for (uint32 rest = mask; rest != 0; rest &= rest - 1) {
            ++count;
        }
        permissions = new uint256[](count);
        uint256 filled = 0;
        for (uint256 permission = 0; filled < count; ++permission) {
            if (mask & uint32(1 << permission) != 0) permissions[filled++] = permission;
        }
    }

    function _end(uint256 cursor, uint256 limit, uint256 total) private pure returns (uint256) {
        if (cursor >= total) return total;
        return limit > total - cursor ? total : cursor + limit;
    }
}
