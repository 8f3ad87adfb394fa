package network.opencharging.node.replica;

/** What processes hold in memory and must hear of when another one writes it. */
public enum Topic {
    /** Platforms: their tokens, roles, endpoints and states. */
    PLATFORMS,
    /** The rules that platforms have set. */
    RULES,
    /** What other nodes said of their parties. */
    CLIENTS,
    /** What other nodes read. */
    PEERS,
    /** Who may look into whose messages. */
    CONSENTS
}
