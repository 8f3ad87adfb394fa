package network.opencharging.cpo.ocpp.message;

/**
 * A station says what it is; what it does not say is empty.
 *
 * @param reason why it starts, in 2.0.1's words
 */
public record Boot(String vendor, String model, String serial, String firmware, String reason) {}
