// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A list of providers as the second published registry asks one for some of its roles: who is not on it is refused.
contract SecondOracle {
    struct Provider {
        string name;
        string identifier;
    }

    error ProviderNotFound(string identifier, string reason);

    mapping(string identifier => string name) private _names;

    function addProvider(Provider calldata provider) external {
        _names[provider.identifier] = provider.name;
    }

    function removeProvider(string calldata identifier) external {
        delete _names[identifier];
    }

    function getProvider(string calldata identifier) external view returns (Provider memory) {
        if (bytes(_names[identifier]).length == 0) revert ProviderNotFound(identifier, "it was never entered there");
        return Provider(_names[identifier], identifier);
    }
}
