package network.opencharging.tools.check.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.Model;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every rule is seen to find what it is for, and to leave alone what is right. */
class RulesTest {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);

    /** A rule, an object that is right, and what one change makes of it. */
    private record Case(String rule, String type, String right, String wrong, String path) {}

    private static final List<Case> CASES =
            List.of(
                    of(
                            "GEO-1",
                            "GeoLocation",
                            "{'latitude':'60.39299','longitude':'5.32415'}",
                            "{'latitude':'0.00000','longitude':'0.00000'}",
                            "$"),
                    of(
                            "GEO-1",
                            "GeoLocation",
                            "{'latitude':'-89.99999','longitude':'179.99999'}",
                            "{'latitude':'60.39299','longitude':'185.32415'}",
                            "$.longitude"),
                    of("GEO-2", "Location", "{'country':'NOR'}", "{'country':'XXX'}", "$.country"),
                    of(
                            "GEO-2",
                            "Token",
                            "{'country_code':'no'}",
                            "{'country_code':'QQ'}",
                            "$.country_code"),
                    of(
                            "TIME-1",
                            "Token",
                            "{'last_updated':'2026-11-28T10:04:00Z'}",
                            "{'last_updated':'2026-11-28T10:06:00Z'}",
                            "$.last_updated"),
                    of(
                            "TIME-3",
                            "Location",
                            "{'time_zone':'Europe/Oslo'}",
                            "{'time_zone':'CET+1'}",
                            "$.time_zone"),
                    of(
                            "TIME-4",
                            "Session",
                            "{'start_date_time':'2026-11-28T10:00:00Z','end_date_time':'2026-11-28T10:00:00Z'}",
                            "{'start_date_time':'2026-11-28T10:00:00Z','end_date_time':'2026-11-28T09:00:00Z'}",
                            "$.end_date_time"),
                    of(
                            "LOC-1",
                            "Hours",
                            "{'twentyfourseven':true,'regular_hours':[]}",
                            "{'twentyfourseven':true,'regular_hours':[{}]}",
                            "$.regular_hours"),
                    of(
                            "LOC-2",
                            "Connector",
                            "{'standard':'CHADEMO','power_type':'DC','format':'CABLE'}",
                            "{'standard':'CHADEMO','power_type':'AC_3_PHASE','format':'CABLE'}",
                            "$.power_type"),
                    of(
                            "LOC-2",
                            "Connector",
                            "{'standard':'IEC_62196_T2','power_type':'AC_3_PHASE','format':'SOCKET'}",
                            "{'standard':'IEC_62196_T2_COMBO','power_type':'DC','format':'SOCKET'}",
                            "$.format"),
                    of(
                            "TAR-1",
                            "TariffRestrictions",
                            "{'min_kwh':1,'max_kwh':2}",
                            "{'min_kwh':2,'max_kwh':2}",
                            "$.max_kwh"),
                    of(
                            "TAR-2",
                            "Tariff",
                            "{'min_price':{'excl_vat':1},'max_price':{'excl_vat':1}}",
                            "{'min_price':{'excl_vat':1.01},'max_price':{'excl_vat':1}}",
                            "$.max_price.excl_vat"),
                    of(
                            "TAR-3",
                            "Tariff",
                            "{'elements':[{'price_components':[{'type':'ENERGY'}],'restrictions':{'min_kwh':5}},"
                                + "{'price_components':[{'type':'ENERGY'}]}]}",
                            "{'elements':[{'price_components':[{'type':'ENERGY'}],'restrictions':{'min_kwh':5}}]}",
                            "$.elements"),
                    of(
                            "CDR-1",
                            "CDR",
                            "{'total_energy':3.5,'charging_periods':["
                                    + energy("1.5")
                                    + ","
                                    + energy("2")
                                    + "]}",
                            "{'total_energy':3500,'charging_periods':["
                                    + energy("1.5")
                                    + ","
                                    + energy("2")
                                    + "]}",
                            "$.total_energy"),
                    of(
                            "CDR-2",
                            "CDR",
                            "{'start_date_time':'2026-11-28T08:00:00Z','end_date_time':'2026-11-28T09:30:00Z','total_time':1.5}",
                            "{'start_date_time':'2026-11-28T08:00:00Z','end_date_time':'2026-11-28T09:30:00Z','total_time':90}",
                            "$.total_time"),
                    of(
                            "CDR-3",
                            "CDR",
                            "{'total_cost':{'excl_vat':3},'total_energy_cost':{'excl_vat':2},'total_fixed_cost':{'excl_vat':1}}",
                            "{'total_cost':{'excl_vat':4},'total_energy_cost':{'excl_vat':2},'total_fixed_cost':{'excl_vat':1}}",
                            "$.total_cost.excl_vat"),
                    of(
                            "CDR-4",
                            "CDR",
                            "{'start_date_time':'2026-11-28T08:00:00Z','charging_periods':["
                                    + begins("08:00")
                                    + ","
                                    + begins("08:30")
                                    + "]}",
                            "{'start_date_time':'2026-11-28T08:00:00Z','charging_periods':["
                                    + begins("08:30")
                                    + ","
                                    + begins("08:00")
                                    + "]}",
                            "$.charging_periods[1].start_date_time"),
                    of(
                            "CDR-5",
                            "CDR",
                            "{'start_date_time':'2026-11-28T08:00:00Z','end_date_time':'2026-11-28T09:00:00Z','total_energy':22}",
                            "{'start_date_time':'2026-11-28T08:00:00Z','end_date_time':'2026-11-28T09:00:00Z','total_energy':22000}",
                            "$.total_energy"),
                    of(
                            "CDR-6",
                            "CDR",
                            "{'credit':true,'credit_reference_id':'CDR1'}",
                            "{'credit':true}",
                            "$.credit_reference_id"),
                    of(
                            "ENV-1",
                            "Response",
                            "{'status_code':1000}",
                            "{'status_code':200}",
                            "$.status_code"),
                    of("PATCH-1", "Location", "{'name':'Fjord view'}", "{'evses':[]}", "$.evses"));

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsFoundAndWhatIsRightIsNot() {
        return CASES.stream()
                .map(each ->
                        dynamicTest(
                                each.rule + " " + each.path,
                                () -> {
                                    assertThat(found(each, each.right)).isEmpty();
                                    assertThat(found(each, each.wrong)).containsExactly(each.path);
                                }));
    }

    @Test
    void noRuleIsWithoutItsCase() {
        assertThat(CASES).extracting(Case::rule).containsAll(ids());
        assertThat(ids()).doesNotHaveDuplicates();
    }

    @Test
    void objectsInsideOfObjectsAreLookedAtToo() {
        List<Fault> faults = new ArrayList<>();
        Rules.ofObjects(NOW)
                .check(
                        shape("Location"),
                        json(
                                "{'evses':[{},{'connectors':[{'standard':'CHADEMO','power_type':'AC_1_PHASE'}]}]}"),
                        "$.data[7]",
                        faults::add);

        assertThat(faults)
                .extracting(Fault::path)
                .containsExactly("$.data[7].evses[1].connectors[0].power_type");
    }

    private static List<String> ids() {
        return Rules.ofPatches(NOW).all().stream().map(ObjectRule::id).toList();
    }

    private static List<String> found(Case each, String text) {
        List<Fault> faults = new ArrayList<>();
        Rules.ofPatches(NOW).check(shape(each.type), json(text), "$", faults::add);
        return faults.stream()
                .filter(fault -> fault.rule().equals(each.rule))
                .map(Fault::path)
                .toList();
    }

    private static Shape<?> shape(String type) {
        return Model.shape(type).orElseThrow();
    }

    private static Json.Obj json(String text) {
        return (Json.Obj) JsonReader.standard().read(text.replace('\'', '"')).orThrow();
    }

    private static String energy(String volume) {
        return "{'dimensions':[{'type':'ENERGY','volume':%s},{'type':'TIME','volume':1}]}"
                .formatted(volume);
    }

    private static String begins(String time) {
        return "{'start_date_time':'2026-11-28T%s:00Z'}".formatted(time);
    }

    private static Case of(String rule, String type, String right, String wrong, String path) {
        return new Case(rule, type, right, wrong, path);
    }
}
