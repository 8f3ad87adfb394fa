/**
 * OCPI 2.2.1 as one party speaks it: who it is, whom it is connected to, routing headers, envelope,
 * and what an interface answers.
 */
@NullMarked
package network.opencharging.tools.ocpi;

import org.jspecify.annotations.NullMarked;
