package network.opencharging.cpo.cdr;

/**
 * The connector of a CDR (OCPI 2.2.1 §10.4.4); of a reservation that was not used, {@link #UNUSED}.
 *
 * @param evseUid at most 36 characters
 * @param evseId eMI3, at most 48 characters
 * @param connectorId at most 36 characters
 * @param standard OCPI's ConnectorType
 * @param format OCPI's ConnectorFormat
 * @param powerType OCPI's PowerType
 */
public record CdrConnector(
        String evseUid,
        String evseId,
        String connectorId,
        String standard,
        String format,
        String powerType) {
    private static final String NOT_APPLICABLE = "#NA";

    /** Stands for the connector that a reservation never reached; the last three mean nothing. */
    public static final CdrConnector UNUSED =
            new CdrConnector(
                    NOT_APPLICABLE,
                    NOT_APPLICABLE,
                    NOT_APPLICABLE,
                    "IEC_62196_T2",
                    "SOCKET",
                    "AC_3_PHASE");

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException naming the field
     */
    public CdrConnector {
        Text.check("cdr_location.evse_uid", evseUid, 36);
        Text.check("cdr_location.evse_id", evseId, 48);
        Text.check("cdr_location.connector_id", connectorId, 36);
    }
}
