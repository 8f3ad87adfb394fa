package network.opencharging.bridge.tariff;

/** For whom a tariff is meant (OCPI 2.2.1 §11.4.7); a tariff without a type is for everybody. */
public enum TariffType {
    /** Paid on the spot, by card or wallet. */
    AD_HOC_PAYMENT,
    /** Applies when the driver prefers cheap charging. */
    PROFILE_CHEAP,
    /** Applies when the driver prefers fast charging. */
    PROFILE_FAST,
    /** Applies when the driver prefers green charging. */
    PROFILE_GREEN,
    /** The ordinary tariff. */
    REGULAR
}
