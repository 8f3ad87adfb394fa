/**
 * The charge detail record: what was delivered, at which price, with which proof; written once and
 * never changed, only credited (OCPI 2.2.1 §10).
 */
@NullMarked
package network.opencharging.cpo.cdr;

import org.jspecify.annotations.NullMarked;
