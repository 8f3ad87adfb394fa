/**
 * What meters say and whether it is to be believed: readings that must not fall, and documents that
 * meters or gateways signed (OCMF), kept byte for byte.
 */
@NullMarked
package network.opencharging.bridge.metering;

import org.jspecify.annotations.NullMarked;
