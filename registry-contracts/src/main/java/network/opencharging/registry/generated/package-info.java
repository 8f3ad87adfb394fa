/** Wrappers of the contracts, written by web3j ({@code -Pcontracts}); imported by room {@code contract} only. */
package network.opencharging.registry.generated;
