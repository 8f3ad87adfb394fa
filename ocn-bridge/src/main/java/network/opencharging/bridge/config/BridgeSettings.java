package network.opencharging.bridge.config;

/**
 * All settings of the way to the hub.
 *
 * @param door the door to the hub
 * @param parties the own parties
 * @param hub the hub
 * @param data where everything is kept
 */
public record BridgeSettings(
        DoorSettings door, PartiesSettings parties, HubSettings hub, DataSettings data) {}
