package network.opencharging.cli.up;

/** On what the registry of a local network stands. */
public enum RegistryKind {
    /** A contract on a development chain: a real EVM. */
    ANVIL,
    /** No chain: a directory in a signed file. */
    NONE
}
