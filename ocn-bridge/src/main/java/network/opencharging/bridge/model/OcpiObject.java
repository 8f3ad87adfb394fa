package network.opencharging.bridge.model;

import network.opencharging.protocol.json.Json;

/** An object of OCPI, of any version. */
public interface OcpiObject {

    /** The members that the version does not know, in the order they came. */
    Json.Obj extra();

    /** This object as it is written on the wire. */
    Json.Obj json();
}
