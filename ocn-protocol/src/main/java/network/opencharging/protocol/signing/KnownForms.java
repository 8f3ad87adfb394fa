package network.opencharging.protocol.signing;

import network.opencharging.protocol.json.Json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds the values of a message against the forms that OCPI gives them. Two messages with the same
 * joined text differ in where one value ends and the next begins; most such shifts break a form.
 */
final class KnownForms {
    private static final Map<String, Form> OF_HEADERS =
            Map.of(
                    "x-correlation-id", Form.ID,
                    "ocpi-from-country-code", Form.COUNTRY_CODE,
                    "ocpi-from-party-id", Form.PARTY_ID,
                    "ocpi-to-country-code", Form.COUNTRY_CODE,
                    "ocpi-to-party-id", Form.PARTY_ID,
                    "x-limit", Form.HEADER_COUNT,
                    "x-total-count", Form.HEADER_COUNT,
                    "link", Form.LINK_HEADER,
                    "location", Form.LOCATION_HEADER);

    private static final Map<String, Form> OF_PARAMS =
            Map.of(
                    "date_from", Form.DATE_TIME,
                    "date_to", Form.DATE_TIME,
                    "offset", Form.COUNT,
                    "limit", Form.POSITIVE,
                    "duration", Form.POSITIVE,
                    "type", Form.WORD,
                    "response_url", Form.URL);

    /**
     * The members that have one form wherever OCPI 2.2.1 and 2.3.0 use their name; names with more
     * than one are left out.
     */
    private static final Map<String, Form> OF_BODIES = ofBodies();

    private static final List<String> ROOTS =
            List.of(SignedValues.HEADERS, SignedValues.PARAMS, SignedValues.BODY);

    private KnownForms() {}

    private static Map<String, Form> ofBodies() {
        Map<String, Form> forms = new TreeMap<>();
        kinds(forms);
        put(
                forms,
                Form.DATE_TIME,
                "departure_time end_date_time expiry_date last_updated start_date_time timestamp");
        put(forms, Form.STATUS_CODE, "status_code");
        put(forms, Form.COUNTRY_CODE, "country_code");
        put(forms, Form.PARTY_ID, "party_id");
        put(forms, Form.CURRENCY, "currency");
        put(forms, Form.LANGUAGE, "language");
        put(forms, Form.URL, "response_url");
        return Map.copyOf(forms);
    }

    private static void kinds(Map<String, Form> forms) {
        put(
                forms,
                Form.NUMBER,
                "after_taxes before_taxes energy_need excl_vat incl_vat kwh max_current max_kwh"
                        + " max_power min_charging_rate min_current min_kwh min_power percentage"
                        + " price total_energy total_parking_time total_time vat volume"
                        + " encoding_method_version height max_amperage max_duration"
                        + " max_electric_power max_voltage min_duration start_period step_size"
                        + " timeout weekday width");
        put(
                forms,
                Form.TRUTH,
                "charging_when_closed credit discharge_allowed home_charging_compensation"
                        + " is_green_energy publish twentyfourseven valid");
        put(
                forms,
                Form.TEXT,
                "allowed auth_method authorization_reference city connector_id credit_reference_id"
                        + " energy_product_name evse_id evse_uid floor_level group_id id"
                        + " invoice_reference_id issuer latitude location_id longitude meter_id"
                        + " physical_reference postal_code power_type reservation_id result"
                        + " session_id standard status status_message supplier_name tariff_id"
                        + " time_zone uid visual_number whitelist");
        put(
                forms,
                Form.LIST,
                "charging_periods charging_profile_period connectors day_of_week dimensions"
                        + " energy_sources environ_impact evse_uids evses exceptional_closings"
                        + " exceptional_openings price_components publish_allowed_to regular_hours"
                        + " signed_values status_schedule tariff_alt_text tariff_ids");
    }

    private static void put(Map<String, Form> forms, Form form, String names) {
        for (String name : names.split(" ", -1)) {
            forms.put(name, form);
        }
    }

    /** The first thing about the values that no OCPI message has. */
    static Optional<Flaw> flaw(SignedValues values) {
        for (String root : values.root().members().keySet()) {
            if (!ROOTS.contains(root)) {
                return Optional.of(new Flaw.NotAMessage("it has " + root));
            }
        }
        return headers(values)
                .or(() -> params(values))
                .or(() ->
                        values.root()
                                .member(SignedValues.BODY)
                                .filter(body -> !isGood(body))
                                .flatMap(body -> inside("$['body']", body)))
                .or(() -> shape(values));
    }

    private static Optional<Flaw> headers(SignedValues values) {
        Optional<Json> headers = values.root().member(SignedValues.HEADERS);
        if (headers.isPresent() && !(headers.get() instanceof Json.Obj)) {
            return Optional.of(new Flaw.NotAMessage("headers must be an object"));
        }
        for (String name : names(values, SignedValues.HEADERS)) {
            if (!OF_HEADERS.containsKey(name)) {
                return Optional.of(new Flaw.NotAMessage("header " + name + " is never signed"));
            }
        }
        return first(values, SignedValues.HEADERS, OF_HEADERS);
    }

    private static Optional<Flaw> params(SignedValues values) {
        Optional<Json> params = values.root().member(SignedValues.PARAMS);
        if (params.isPresent()
                && !(params.get() instanceof Json.Obj)
                && params.get() != Json.Null.NULL) {
            return Optional.of(new Flaw.NotAMessage("params must be an object"));
        }
        return first(values, SignedValues.PARAMS, OF_PARAMS)
                .or(() -> params.flatMap(all -> quoted("$['params']", all)));
    }

    private static Iterable<String> names(SignedValues values, String root) {
        return values.root().objectOf(root).orElse(Json.Obj.EMPTY).members().keySet();
    }

    private static Optional<Flaw> first(SignedValues values, String root, Map<String, Form> forms) {
        Json.Obj object = values.root().objectOf(root).orElse(Json.Obj.EMPTY);
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            Form form = forms.get(member.getKey());
            if (form != null && !form.fits(member.getValue())) {
                return Optional.of(
                        new Flaw.WrongForm(
                                Walk.member(Walk.member("$", root), member.getKey()), form.told()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> quoted(String path, Json value) {
        return value instanceof Json.Obj(var members)
                ? members.entrySet().stream()
                        .flatMap(member ->
                                quoted(path, member.getKey())
                                        .or(() ->
                                                quoted(
                                                        Walk.member(path, member.getKey()),
                                                        member.getValue()))
                                        .stream())
                        .findFirst()
                : Optional.empty();
    }

    /** A quote in a name could make one path look like another. */
    private static Optional<Flaw> quoted(String path, String name) {
        return name.indexOf('\'') >= 0
                ? Optional.of(
                        new Flaw.NotAMessage(
                                "a name below " + path + " has a quotation mark in it"))
                : Optional.empty();
    }

    /** Whether {@link #inside} has nothing to say: nearly always, and then no path is needed. */
    private static boolean isGood(Json value) {
        switch (value) {
            case Json.Obj(var members) -> {
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    Form form = OF_BODIES.get(member.getKey());
                    boolean good =
                            member.getKey().indexOf('\'') < 0
                                    && (form == null || form.fits(member.getValue()))
                                    && isGood(member.getValue());
                    if (!good) {
                        return false;
                    }
                }
            }
            case Json.Arr(List<Json> items) -> {
                for (Json item : items) {
                    if (!isGood(item)) {
                        return false;
                    }
                }
            }
            default -> {
                return true;
            }
        }
        return true;
    }

    private static Optional<Flaw> inside(String path, Json value) {
        switch (value) {
            case Json.Obj(var members) -> {
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    Optional<Flaw> flaw = member(path, member.getKey(), member.getValue());
                    if (flaw.isPresent()) {
                        return flaw;
                    }
                }
            }
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    Optional<Flaw> flaw = inside(path + "[" + i + "]", items.get(i));
                    if (flaw.isPresent()) {
                        return flaw;
                    }
                }
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Flaw> member(String path, String name, Json value) {
        String here = Walk.member(path, name);
        Form form = OF_BODIES.get(name);
        return quoted(path, name)
                .or(() ->
                        form == null || form.fits(value)
                                ? Optional.empty()
                                : Optional.of(new Flaw.WrongForm(here, form.told())))
                .or(() -> inside(here, value));
    }

    /** The same for one value that a rewrite gives back. */
    static Optional<Flaw> flaw(String path, Json value) {
        int from = path.lastIndexOf("['");
        if (from < 0 || !path.endsWith("']")) {
            return Optional.empty();
        }
        String name = path.substring(from + 2, path.length() - 2);
        Map<String, Form> forms =
                path.startsWith("$['body']")
                        ? OF_BODIES
                        : path.startsWith("$['params']") ? OF_PARAMS : OF_HEADERS;
        Form form = forms.get(name);
        return form == null || form.fits(value)
                ? Optional.empty()
                : Optional.of(new Flaw.WrongForm(path, form.told()));
    }

    /**
     * A request names its sender and carries a correlation id; an answer has an envelope. Without
     * either, a whole genuine message could be put into one member of another.
     */
    private static Optional<Flaw> shape(SignedValues values) {
        Json.Obj headers = values.root().objectOf(SignedValues.HEADERS).orElse(Json.Obj.EMPTY);
        List<String> missing =
                SignedValues.REQUEST_HEADERS.stream()
                        .filter(name -> headers.member(name).filter(Walk::isSigned).isEmpty())
                        .toList();
        boolean openRouting = missing.equals(List.of("ocpi-to-country-code", "ocpi-to-party-id"));
        if (missing.isEmpty() || openRouting) {
            return Optional.empty();
        }
        boolean answer =
                missing.size() == SignedValues.REQUEST_HEADERS.size()
                        && values.root()
                                .objectOf(SignedValues.BODY)
                                .flatMap(body -> body.member("status_code"))
                                .filter(Walk::isSigned)
                                .isPresent();
        return answer
                ? Optional.empty()
                : Optional.of(
                        new Flaw.NotAMessage(
                                "a request needs the header %s, an answer a body with status_code"
                                        .formatted(missing.getFirst())));
    }
}
