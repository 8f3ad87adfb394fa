/** What stations say, without the spelling of one version. */
@NullMarked
package network.opencharging.cpo.ocpp.message;

import org.jspecify.annotations.NullMarked;
