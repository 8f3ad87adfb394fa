package network.opencharging.bridge.config;

/** All settings of the way to the hub. */
record BridgeSettings(
        DoorSettings door, PartiesSettings parties, HubSettings hub, DataSettings data) {}
