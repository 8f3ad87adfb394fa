package network.opencharging.cpo.cdr;

import network.opencharging.cpo.site.TariffSheet;

/**
 * A CDR with its tariff as it was read.
 *
 * @param cdr the record
 * @param tariff the text of OCPI, too
 */
public record KeptCdr(Cdr cdr, TariffSheet tariff) {}
