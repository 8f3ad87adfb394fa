/**
 * What charging costs: tariffs as OCPI 2.2.1 §11 defines them, and one engine of pure functions
 * that rates a charge for the live display, the CDR and the preview alike; the decisions where the
 * specification is silent are in {@code docs/rating.md}.
 */
@NullMarked
package network.opencharging.bridge.tariff;

import org.jspecify.annotations.NullMarked;
