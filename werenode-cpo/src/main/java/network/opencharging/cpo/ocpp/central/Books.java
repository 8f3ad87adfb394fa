package network.opencharging.cpo.ocpp.central;

/** Everything that is kept. */
public record Books(
        StationBook stations,
        ConnectorBook connectors,
        TransactionBook transactions,
        MeterBook meters,
        TokenBook tokens,
        NoticeBook notices) {}
