// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

interface IFirst {
    function getPartyDetailsByAddress(address party)
        external
        view
        returns (bytes2, bytes3, uint8[] memory, uint8[] memory, uint8[] memory, address, string memory);
}

/// @title What the first published contract of services and agreements looks like from outside: its functions and events,
/// and its habits that a reader must live with. This is for tests.
contract FirstPermissions {
    struct Service {
        string name;
        string url;
        uint256[] permissions;
    }

    event ServiceUpdate(string name, string url, uint256[] permissions, address provider);
    event ServiceAgreement(address user, address provider);

    IFirst private immutable _registry;
    address[] private _providers;
    mapping(address provider => bool offers) private _offers;
    mapping(address provider => Service service) private _services;
    mapping(address user => address[] providers) private _agreedEver;
    mapping(address user => mapping(address provider => bool agreed)) public hasUserAgreementByAddress;

    constructor(IFirst registry) {
        _registry = registry;
    }

    function setService(string calldata name, string calldata url, uint256[] calldata permissions) external {
        _setService(msg.sender, name, url, permissions);
    }

    function setServiceRaw(
        string calldata name,
        string calldata url,
        uint256[] calldata permissions,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        _setService(_author(abi.encodePacked(name, url, permissions), v, r, s), name, url, permissions);
    }

    function deleteService() external {
        _deleteService(msg.sender);
    }

    function deleteServiceRaw(address provider, uint8 v, bytes32 r, bytes32 s) external {
        _deleteService(_author(abi.encodePacked(provider), v, r, s));
    }

    function createAgreement(address provider) external {
        _agree(msg.sender, provider, true);
    }

    function createAgreementRaw(address provider, uint8 v, bytes32 r, bytes32 s) external {
        _agree(_author(abi.encodePacked(provider), v, r, s), provider, true);
    }

    function revokeAgreement(address provider) external {
        _agree(msg.sender, provider, false);
    }

    function revokeAgreementRaw(address provider, uint8 v, bytes32 r, bytes32 s) external {
        _agree(_author(abi.encodePacked(provider), v, r, s), provider, false);
    }

    function getProviders() external view returns (address[] memory) {
        return _providers;
    }

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
        (countryCode, partyId,,,,,) = _registry.getPartyDetailsByAddress(provider);
        Service memory s = _services[provider];
        return (countryCode, partyId, s.name, s.url, s.permissions);
    }

    /// Everything that was ever agreed to, doubles included.
    function getUserAgreementsByAddress(address user) external view returns (address[] memory) {
        return _agreedEver[user];
    }

    /// Who offers again stands in the list again.
    function _setService(address provider, string calldata name, string calldata url, uint256[] calldata permissions)
        private
    {
        require(permissions.length > 0, "a service wants something");
        require(_isParty(provider), "a service is a party's");
        if (!_offers[provider]) _providers.push(provider);
        _offers[provider] = true;
        _services[provider] = Service(name, url, permissions);
        emit ServiceUpdate(name, url, permissions, provider);
    }

    /// The provider stays in the list.
    function _deleteService(address provider) private {
        require(_offers[provider], "this account offers no service");
        emit ServiceUpdate("", "", _services[provider].permissions, provider);
        delete _services[provider];
        _offers[provider] = false;
    }

    function _agree(address user, address provider, bool yes) private {
        require(_isParty(user), "only parties agree");
        require(_offers[provider], "there is no such service");
        require(hasUserAgreementByAddress[user][provider] != yes, "it is so already");
        hasUserAgreementByAddress[user][provider] = yes;
        if (yes) _agreedEver[user].push(provider);
        emit ServiceAgreement(user, provider);
    }

    function _isParty(address account) private view returns (bool) {
        (bytes2 countryCode,,,,,,) = _registry.getPartyDetailsByAddress(account);
        return countryCode != bytes2(0);
    }

    function _author(bytes memory packed, uint8 v, bytes32 r, bytes32 s) private pure returns (address) {
        return ecrecover(keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", keccak256(packed))), v, r, s);
    }
}
