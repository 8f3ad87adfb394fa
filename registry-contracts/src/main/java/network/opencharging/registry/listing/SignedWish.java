package network.opencharging.registry.listing;

import network.opencharging.protocol.key.Address;

import java.time.Instant;

/**
 * A wish that anybody may send for its author, once, until the deadline.
 *
 * @param wish what is wished
 * @param author whose wish it is
 * @param deadline until when it may be sent
 * @param signature the author's signature of the typed message, 65 bytes in hexadecimal
 */
public record SignedWish(Wish wish, Address author, Instant deadline, String signature) {}
