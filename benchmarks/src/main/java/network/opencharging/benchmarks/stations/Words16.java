package network.opencharging.benchmarks.stations;

/** OCPP 1.6. */
final class Words16 implements Words {
    private static final String NAMED = "\"transactionId\":";

    @Override
    public String subprotocol() {
        return "ocpp1.6";
    }

    @Override
    public String call(Kind kind, Facts facts) {
        return switch (kind) {
            case BOOT ->
                    "\"BootNotification\",{\"chargePointVendor\":\"Bench\",\"chargePointModel\":\"Sixteen\"}";
            case STATUS ->
                    "\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\""
                            + (facts.charges() ? "Charging" : "Available")
                            + "\",\"timestamp\":\""
                            + facts.at()
                            + "\"}";
            case HEARTBEAT -> "\"Heartbeat\",{}";
            case METER -> meter(facts);
            case START ->
                    "\"StartTransaction\",{\"connectorId\":1,\"idTag\":\""
                            + facts.tag()
                            + "\",\"meterStart\":"
                            + facts.register()
                            + ",\"timestamp\":\""
                            + facts.at()
                            + "\"}";
            case STOP ->
                    "\"StopTransaction\",{\"transactionId\":"
                            + facts.transaction()
                            + ",\"idTag\":\""
                            + facts.tag()
                            + "\",\"meterStop\":"
                            + facts.register()
                            + ",\"timestamp\":\""
                            + facts.at()
                            + "\"}";
            case UPDATE -> throw new IllegalArgumentException("1.6 has no word for " + kind);
        };
    }

    private static String meter(Facts facts) {
        String charge = facts.charges() ? "\"transactionId\":" + facts.transaction() + "," : "";
        return "\"MeterValues\",{\"connectorId\":1,"
                + charge
                + "\"meterValue\":[{\"timestamp\":\""
                + facts.at()
                + "\",\"sampledValue\":[{\"value\":\""
                + facts.register()
                + "\",\"measurand\":\"Energy.Active.Import.Register\",\"unit\":\"Wh\"},"
                + "{\"value\":\"11040\",\"measurand\":\"Power.Active.Import\",\"unit\":\"W\"}]}]}";
    }

    @Override
    public boolean meters(Kind kind) {
        return kind == Kind.METER;
    }

    @Override
    public Kind after(Facts facts) {
        return facts.charges() ? Kind.STOP : Kind.START;
    }

    /** The central system names it. */
    @Override
    public String transaction(String own, String answer) {
        int from = answer.indexOf(NAMED);
        if (from < 0) {
            return "";
        }
        int begin = from + NAMED.length();
        int end = begin;
        while (end < answer.length() && Character.isDigit(answer.charAt(end))) {
            end++;
        }
        return answer.substring(begin, end);
    }
}
