package network.opencharging.bridge.model;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What a PATCH makes of a stored object. */
class PatchTest {

    @Test
    void aValueTakesTheOldPlaceNullTakesItAwayAndTheUnknownStays() {
        Json.Obj stored =
                read(
                        "{\"name\":\"Old\",\"city\":\"Berlin\",\"new_in_2031\":[1.50],\"state\":\"BE\"}");

        Json.Obj patched =
                Patch.apply(Location.SHAPE, stored, read("{\"name\":\"New\",\"state\":null}"));

        assertThat(patched.text())
                .isEqualTo("{\"name\":\"New\",\"city\":\"Berlin\",\"new_in_2031\":[1.50]}");
    }

    @Test
    void anObjectIsMergedAndAListReplaced() {
        Json.Obj stored =
                read("{\"operator\":{\"name\":\"A\",\"website\":\"w\"},\"facilities\":[\"WIFI\"]}");

        Json.Obj patched =
                Patch.apply(
                        Location.SHAPE,
                        stored,
                        read("{\"operator\":{\"name\":\"B\"},\"facilities\":[\"CAFE\"]}"));

        assertThat(patched.text())
                .isEqualTo(
                        "{\"operator\":{\"name\":\"B\",\"website\":\"w\"},\"facilities\":[\"CAFE\"]}");
    }

    @Test
    void theChargingPeriodsOfASessionAreAppended() {
        Json.Obj stored = read("{\"charging_periods\":[{\"tariff_id\":\"1\"}],\"kwh\":1}");

        Json.Obj patched =
                Patch.apply(
                        Session.SHAPE,
                        stored,
                        read("{\"charging_periods\":[{\"tariff_id\":\"2\"}],\"kwh\":2.5}"));

        assertThat(patched.text())
                .isEqualTo(
                        "{\"charging_periods\":[{\"tariff_id\":\"1\"},{\"tariff_id\":\"2\"}],\"kwh\":2.5}");
    }

    @Test
    void aPatchMayLeaveOutEverythingButItsTime() {
        assertThat(Location.SHAPE.checkPatch(read("{\"name\":\"x\"}")))
                .singleElement()
                .hasToString("$.last_updated: is required and missing");
        assertThat(
                        Location.SHAPE.checkPatch(
                                read("{\"last_updated\":\"2026-01-31T12:00:00Z\",\"publish\":1}")))
                .extracting(Finding::path)
                .isEqualTo(List.of("$.publish"));
    }

    private static Json.Obj read(String text) {
        return (Json.Obj) JsonReader.standard().read(text).orThrow();
    }
}
