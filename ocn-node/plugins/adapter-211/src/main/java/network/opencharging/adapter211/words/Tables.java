package network.opencharging.adapter211.words;

import network.opencharging.protocol.json.Json;

import java.util.Optional;
import java.util.Set;

/** The tables (OCPI 2.1.1-d2 §8 to §13 against OCPI 2.2.1 §8 to §13). */
final class Tables {
    private static final Words PARKING =
            new Words()
                    .up("OTHER", Words.NONE)
                    .up("UNKNOWN", Words.NONE)
                    .down("ALONG_MOTORWAY", "OTHER")
                    .down("ON_DRIVEWAY", "OTHER");
    private static final Words FACILITIES =
            new Words()
                    .onlyNew(Set.of("BIKE_SHARING", "TRAM_STOP", "METRO_STATION", "PARKING_LOT"));
    private static final Words CAPABILITIES =
            new Words()
                    .onlyNew(
                            Set.of(
                                    "CHARGING_PREFERENCES_CAPABLE",
                                    "CHIP_CARD_SUPPORT",
                                    "CONTACTLESS_CARD_SUPPORT",
                                    "DEBIT_CARD_PAYABLE",
                                    "PED_TERMINAL",
                                    "START_SESSION_CONNECTOR_REQUIRED",
                                    "TOKEN_GROUP_CAPABLE"));
    private static final Words POWER =
            new Words().down("AC_2_PHASE", "AC_1_PHASE").down("AC_2_PHASE_SPLIT", "AC_1_PHASE");
    private static final Set<String> NEW_STANDARDS =
            Set.of(
                    "CHAOJI",
                    "DOMESTIC_M",
                    "DOMESTIC_N",
                    "DOMESTIC_O",
                    "GBT_AC",
                    "GBT_DC",
                    "NEMA_5_20",
                    "NEMA_6_30",
                    "NEMA_6_50",
                    "NEMA_10_30",
                    "NEMA_10_50",
                    "NEMA_14_30",
                    "NEMA_14_50",
                    "PANTOGRAPH_BOTTOM_UP",
                    "PANTOGRAPH_TOP_DOWN");
    private static final Set<String> DIMENSIONS =
            Set.of("ENERGY", "FLAT", "MAX_CURRENT", "MIN_CURRENT", "PARKING_TIME", "TIME");

    private static final Shape IMPACT = new Shape().renamed("source", "category");
    private static final Shape ENERGY_MIX = new Shape().nested("environ_impact", IMPACT);

    private static final Shape CONNECTOR_MEMBERS =
            new Shape()
                    .renamed("voltage", "max_voltage")
                    .renamed("amperage", "max_amperage")
                    .turned("tariff_id", "tariff_ids", Turn.listOfOne(), Turn.first())
                    .words("power_type", POWER)
                    .onlyNew("max_electric_power");

    /** A plug that 2.1.1 has no name for cannot be told. */
    static final Turn CONNECTOR_DOWN =
            value ->
                    value instanceof Json.Obj connector
                                    && connector
                                            .textOf("standard")
                                            .filter(NEW_STANDARDS::contains)
                                            .isPresent()
                            ? Optional.empty()
                            : CONNECTOR_MEMBERS.down().turn(value);

    static final Turn CONNECTOR_UP = CONNECTOR_MEMBERS.up();

    private static final Shape EVSE_MEMBERS =
            new Shape()
                    .words("capabilities", CAPABILITIES)
                    .turned(
                            "connectors",
                            "connectors",
                            Turn.each(CONNECTOR_UP),
                            Turn.each(CONNECTOR_DOWN));

    /** Where no plug is left that can be told, there is nothing to tell. */
    static final Turn EVSE_DOWN =
            value ->
                    EVSE_MEMBERS
                            .down()
                            .turn(value)
                            .filter(evse ->
                                    !(evse instanceof Json.Obj object
                                            && object.member("connectors")
                                                    .filter(Json.array(java.util.List.of())::equals)
                                                    .isPresent()));

    static final Turn EVSE_UP = EVSE_MEMBERS.up();

    static final Shape LOCATION =
            new Shape()
                    .turned("type", "parking_type", PARKING.up(), PARKING.down())
                    .turned("evses", "evses", Turn.each(EVSE_UP), Turn.each(EVSE_DOWN))
                    .words("facilities", FACILITIES)
                    .nested("energy_mix", ENERGY_MIX)
                    .onlyNew("country_code", "party_id", "publish", "publish_allowed_to", "state");

    private static final Turn DIMENSION_UP =
            value -> isOfType(value, Set.of("FLAT")) ? Optional.empty() : Optional.of(value);
    private static final Turn DIMENSION_DOWN =
            value -> isOfType(value, DIMENSIONS) ? Optional.of(value) : Optional.empty();

    private static final Shape PERIOD_MEMBERS =
            new Shape()
                    .turned(
                            "dimensions",
                            "dimensions",
                            Turn.each(DIMENSION_UP),
                            Turn.each(DIMENSION_DOWN))
                    .onlyNew("tariff_id");

    private static final Words AUTH_METHOD = new Words().down("COMMAND", "AUTH_REQUEST");

    private static Shape charged() {
        return new Shape()
                .words("auth_method", AUTH_METHOD)
                .turned("total_cost", "total_cost", Turn.price(), Turn.priceWithoutTaxes())
                .nested("charging_periods", PERIOD_MEMBERS)
                .onlyOld("auth_id", "location")
                .onlyNew("country_code", "party_id", "cdr_token", "authorization_reference");
    }

    static final Shape SESSION =
            charged()
                    .renamed("start_datetime", "start_date_time")
                    .renamed("end_datetime", "end_date_time")
                    .words("status", new Words().down("RESERVATION", "PENDING"))
                    .onlyNew("location_id", "evse_uid", "connector_id");

    private static final Shape COMPONENT = new Shape().onlyNew("vat");
    private static final Set<String> NEW_RESTRICTIONS =
            Set.of("min_current", "max_current", "reservation");
    private static final Shape ELEMENT_MEMBERS = new Shape().nested("price_components", COMPONENT);

    /** Without one of its restrictions an element would cost where it must not. */
    private static final Turn ELEMENT_DOWN =
            value ->
                    value instanceof Json.Obj element
                                    && element.objectOf("restrictions").stream()
                                            .flatMap(it -> it.members().keySet().stream())
                                            .anyMatch(NEW_RESTRICTIONS::contains)
                            ? Optional.empty()
                            : ELEMENT_MEMBERS.down().turn(value);

    static final Shape TARIFF =
            new Shape()
                    .turned(
                            "elements",
                            "elements",
                            Turn.each(ELEMENT_MEMBERS.up()),
                            Turn.each(ELEMENT_DOWN))
                    .nested("energy_mix", ENERGY_MIX)
                    .onlyNew("country_code", "party_id", "type", "min_price", "max_price")
                    .onlyNew("start_date_time", "end_date_time");

    static final Shape CDR =
            charged()
                    .renamed("stop_date_time", "end_date_time")
                    .onlyNew("session_id", "cdr_location", "signed_data", "total_fixed_cost")
                    .onlyNew("total_energy_cost", "total_time_cost", "total_parking_cost")
                    .onlyNew("total_reservation_cost", "invoice_reference_id", "credit")
                    .onlyNew("credit_reference_id", "home_charging_compensation");

    static final Shape TOKEN =
            new Shape()
                    .renamed("auth_id", "contract_id")
                    .words(
                            "type",
                            new Words().down("AD_HOC_USER", "OTHER").down("APP_USER", "OTHER"))
                    .onlyNew("country_code", "party_id", "group_id", "default_profile_type")
                    .onlyNew("energy_contract");

    /** Where somebody wants to charge. */
    static final Shape PLACE = new Shape().onlyOld("connector_ids");

    private Tables() {}

    private static boolean isOfType(Json value, Set<String> types) {
        return value instanceof Json.Obj object
                && object.textOf("type").filter(types::contains).isPresent();
    }
}
