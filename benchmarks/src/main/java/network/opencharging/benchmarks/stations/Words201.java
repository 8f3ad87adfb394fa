package network.opencharging.benchmarks.stations;

/** OCPP 2.0.1. */
final class Words201 implements Words {

    @Override
    public String subprotocol() {
        return "ocpp2.0.1";
    }

    @Override
    public String call(Kind kind, Facts facts) {
        return switch (kind) {
            case BOOT ->
                    "\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":"
                            + "{\"vendorName\":\"Bench\",\"model\":\"Twenty\"}}";
            case STATUS ->
                    "\"StatusNotification\",{\"timestamp\":\""
                            + facts.at()
                            + "\",\"connectorStatus\":\""
                            + (facts.charges() ? "Occupied" : "Available")
                            + "\",\"evseId\":1,\"connectorId\":1}";
            case HEARTBEAT -> "\"Heartbeat\",{}";
            case METER -> "\"MeterValues\",{\"evseId\":1," + meter(facts) + "}";
            case START -> event("Started", "Authorized", facts);
            case UPDATE -> event("Updated", "MeterValuePeriodic", facts);
            case STOP -> event("Ended", "StopAuthorized", facts);
        };
    }

    private static String event(String type, String reason, Facts facts) {
        String token =
                type.equals("Updated")
                        ? ""
                        : "\"idToken\":{\"idToken\":\""
                                + facts.tag()
                                + "\",\"type\":\"ISO14443\"},";
        return "\"TransactionEvent\",{\"eventType\":\""
                + type
                + "\",\"timestamp\":\""
                + facts.at()
                + "\",\"triggerReason\":\""
                + reason
                + "\",\"seqNo\":"
                + facts.seq()
                + ",\"transactionInfo\":{\"transactionId\":\""
                + facts.transaction()
                + "\"},\"evse\":{\"id\":1,\"connectorId\":1},"
                + token
                + meter(facts)
                + "}";
    }

    private static String meter(Facts facts) {
        return "\"meterValue\":[{\"timestamp\":\""
                + facts.at()
                + "\",\"sampledValue\":[{\"value\":"
                + facts.register()
                + ",\"measurand\":\"Energy.Active.Import.Register\",\"unitOfMeasure\":{\"unit\":\"Wh\"}},"
                + "{\"value\":11040,\"measurand\":\"Power.Active.Import\",\"unitOfMeasure\":{\"unit\":\"W\"}}]}]";
    }

    @Override
    public boolean meters(Kind kind) {
        return kind == Kind.METER || kind.isRepeated();
    }

    @Override
    public Kind after(Facts facts) {
        if (!facts.charges()) {
            return Kind.START;
        }
        return facts.seq() == 1 ? Kind.UPDATE : Kind.STOP;
    }

    /** The station names it. */
    @Override
    public String transaction(String own, String answer) {
        return own;
    }
}
