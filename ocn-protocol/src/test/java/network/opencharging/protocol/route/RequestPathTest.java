package network.opencharging.protocol.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/ocpi/sender/2.2.1/locations, 2.2.1, locations, SENDER, ''",
        "/ocpi/receiver/2.2/locations/DE/ALC/L1, 2.2, locations, RECEIVER, DE/ALC/L1",
        "/ocpi/2.2.1/sender/chargingprofiles/result/7, 2.2.1, chargingprofiles, SENDER, result/7",
        "/ocpi/2.2/receiver/chargingprofiles/S1, 2.2, chargingprofiles, RECEIVER, S1",
        "/ocpi/custom/sender/nltnm-tokens/a/b, '', nltnm-tokens, SENDER, a/b",
        "/ocpi/sender/2.2.1/tariffs/page/AbC_-9, 2.2.1, tariffs, SENDER, page/AbC_-9",
        "/ocpi/receiver/2.2/cdrs/1234, 2.2, cdrs, RECEIVER, 1234",
        "/ocpi/sender/2.3.0/bookings/B%2F1, 2.3.0, bookings, SENDER, B%2F1",
    })
    void theShapesThatNodesServeAreRead(
            String path, String version, String module, InterfaceRole role, String rest) {
        assertThat(RequestPath.parse(path))
                .contains(
                        new RequestPath(
                                Optional.of(version).filter(text -> !text.isEmpty()),
                                new ModuleId(module),
                                role,
                                rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/ocpi",
                "/ocpi/versions",
                "/ocpi/2.2.1",
                "/ocpi/2.2.1/credentials",
                "/ocpi/2.2.1/hubclientinfo/DE/ALC",
                "/ocpi/sender/2.2.1",
                "/ocpi/sender/2.2.1/",
                "/ocpi/sender/2.2.1/credentials",
                "/ocpi/sender/receiver/locations",
                "/ocpi/sender/custom/locations",
                "/ocpi/sender/two/locations",
                "/ocpi/sender/2.2.1/loca tions",
                "/ocn/message",
                "ocpi/sender/2.2.1/locations"
            })
    void everythingElseIsNoForwardedRequest(String path) {
        assertThat(RequestPath.parse(path)).isEmpty();
    }

    @Test
    void whatANodeAdvertisesItAlsoReads() {
        String endpoint =
                RequestPath.endpoint("2.2.1", ModuleId.CHARGING_PROFILES, InterfaceRole.RECEIVER);
        String custom = RequestPath.customEndpoint(new ModuleId("x-y"), InterfaceRole.SENDER);

        assertThat(RequestPath.parse(endpoint).orElseThrow().key(HttpMethod.GET))
                .isEqualTo(
                        new RouteKey(
                                ModuleId.CHARGING_PROFILES,
                                InterfaceRole.RECEIVER,
                                HttpMethod.GET,
                                ""));
        assertThat(RequestPath.parse(custom).orElseThrow().version()).isEmpty();
    }
}
