package network.opencharging.tools;

import network.opencharging.house.House;

/** The rooms of the simulators. */
final class SimulatedRooms {
    private SimulatedRooms() {}

    /** Devices that are not there, and what is done with them. */
    static House of(House house) {
        return devices(house)
                .room("simulate.script", "yaml")
                .room(
                        "simulate.play",
                        "simulate.meter",
                        "simulate.plug",
                        "simulate.script",
                        "simulate.station",
                        "json",
                        "yaml")
                .room(
                        "simulate.command",
                        "simulate.line",
                        "simulate.meter",
                        "simulate.ocpp",
                        "simulate.play",
                        "simulate.plug",
                        "simulate.script",
                        "simulate.station",
                        "simulate.v16",
                        "simulate.v201",
                        "live",
                        "seam",
                        "terminal",
                        "yaml");
    }

    private static House devices(House house) {
        return house.room("simulate.ocpp", "json")
                .room("simulate.line")
                .room("simulate.meter", "json")
                .room("simulate.profile")
                .room(
                        "simulate.station",
                        "simulate.line",
                        "simulate.meter",
                        "simulate.ocpp",
                        "simulate.profile",
                        "json")
                .room("simulate.v16", spoken())
                .room("simulate.v201", spoken())
                .room("simulate.plug", "simulate.meter", "http")
                .only("com.networknt", "simulate.ocpp")
                .only("org.bouncycastle", "simulate.meter")
                .only("org.eclipse.paho", "simulate.plug");
    }

    private static String[] spoken() {
        return new String[] {
            "simulate.meter", "simulate.ocpp", "simulate.profile", "simulate.station", "json",
        };
    }
}
