package network.opencharging.protocol.json;

import java.util.LinkedHashMap;

/** Members that their maker hands over and touches no more, so that nobody has to copy them. */
final class Members extends LinkedHashMap<String, Json> {}
