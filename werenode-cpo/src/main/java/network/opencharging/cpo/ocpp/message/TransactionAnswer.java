package network.opencharging.cpo.ocpp.message;

import java.util.Optional;

/**
 * What is said to news of a transaction.
 *
 * @param name the transaction's
 * @param authorization whether its token may charge; empty when the station named none
 */
public record TransactionAnswer(String name, Optional<Authorization> authorization) {}
