package network.opencharging.tools.scenario;

import java.net.URI;
import java.util.function.Function;

/**
 * A live system in the place of one of the parties.
 *
 * @param url of its versions
 * @param tokens the token A for a party that registers there, by the party's name
 */
record LiveSystem(URI url, Function<String, String> tokens) {}
