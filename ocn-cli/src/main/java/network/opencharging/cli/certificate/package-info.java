/** {@code ocn certificate}: certificates of parties, proofs of domains, and who may vouch. */
@NullMarked
package network.opencharging.cli.certificate;

import org.jspecify.annotations.NullMarked;
