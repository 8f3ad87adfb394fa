package network.opencharging.bridge.http;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.bridge.backoffice.Backoffice;
import network.opencharging.bridge.backoffice.CommandHandler;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.LocationsProvider;
import network.opencharging.bridge.backoffice.Page;
import network.opencharging.bridge.backoffice.PageRequest;
import network.opencharging.bridge.backoffice.Provider;
import network.opencharging.bridge.backoffice.TokenAuthorizer;
import network.opencharging.bridge.model.CiString;
import network.opencharging.bridge.model.OcpiObject;
import network.opencharging.bridge.model.RandomObjects;
import network.opencharging.bridge.model.Shape;
import network.opencharging.bridge.model.v221.AuthorizationInfo;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.CommandResponseType;
import network.opencharging.bridge.model.v221.Location;
import network.opencharging.bridge.model.v221.Session;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.protocol.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every answer that a backoffice gives to the SPI, invalid: the partner gets a proper 3000, or the
 * others of a list; the object is parked, and the backoffice is told which field. (What is nothing
 * but a word of an enumeration is passed on as it is: enumerations are open.)
 */
class BackofficesAnswersTest {
    private static final String WRONG = "much too long".repeat(50);

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of("tariffs", Backoffice.builder().tariffs(twice(Tariff.SHAPE))),
                Arguments.of("sessions", Backoffice.builder().sessions(twice(Session.SHAPE))),
                Arguments.of("cdrs", Backoffice.builder().cdrs(twice(CDR.SHAPE))),
                Arguments.of("tokens", Backoffice.builder().tokens(twice(Token.SHAPE))),
                Arguments.of("locations", Backoffice.builder().locations(locations())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void anInvalidObjectOfAListIsParkedAndTheOthersAreTold(
            String module, Backoffice.Builder parts) {
        try (Bridge bridge = bridge(parts);
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.get("sender/2.2.1/" + module);

            assertThat(answer.code()).isEqualTo(1000);
            assertThat(((Json.Arr) answer.data()).items()).hasSize(1);
            assertThat(answer.envelope().text()).doesNotContain(WRONG);
            assertThat(bridge.complaints)
                    .singleElement()
                    .asString()
                    .contains(module, "$.country_code");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "wrong/E1", "wrong/E1/1"})
    void anInvalidLocationOrPartOfItIsParked(String path) {
        try (Bridge bridge = bridge(Backoffice.builder().locations(locations()));
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.get("sender/2.2.1/locations/" + path);

            assertThat(answer.code()).isEqualTo(3000);
            assertThat(bridge.complaints).singleElement().asString().contains("must have at most");
        }
    }

    @Test
    void anInvalidAuthorizationIsParked() {
        AuthorizationInfo wrong =
                AuthorizationInfo.SHAPE
                        .read(RandomObjects.sparse(4).next(AuthorizationInfo.SHAPE))
                        .orThrow()
                        .toBuilder()
                        .authorizationReference(CiString.of(WRONG))
                        .build();
        Backoffice.Builder parts =
                Backoffice.builder()
                        .authorizer((context, uid, type, place) ->
                                new TokenAuthorizer.Authorization.Known(wrong));
        parked(
                parts,
                "POST",
                "sender/2.2.1/tokens/04A1/authorize",
                "",
                "$.authorization_reference");
    }

    @Test
    void anInvalidAnswerToACommandIsParkedAndNobodyWaitsForAResult() {
        CommandHandler handler =
                (context, command) ->
                        new CommandHandler.Answer.Refused(CommandResponseType.REJECTED, WRONG);
        parked(
                Backoffice.builder().commands(handler),
                "POST",
                "receiver/2.2.1/commands/STOP_SESSION",
                "{\"response_url\":\"https://hub.example/r/1\",\"session_id\":\"s\"}",
                "$.message[0].text");
    }

    private static void parked(
            Backoffice.Builder parts, String method, String path, String body, String... faults) {
        try (Bridge bridge = bridge(parts);
                Partner bob = bridge.bob()) {
            Partner.Answer answer = bob.send(method, path, body);

            assertThat(answer.code()).isEqualTo(3000);
            assertThat(answer.envelope().text()).doesNotContain(WRONG);
            assertThat(bridge.complaints).singleElement().asString().contains(faults);
            assertThat(bridge.book.waiting).isEmpty();
        }
    }

    /** A list of one that is good, and one that OCPI does not allow. */
    private static <T extends OcpiObject> Provider<T> twice(Shape<T> shape) {
        Json.Obj good = RandomObjects.full(1).next(shape);
        return (context, wanted) ->
                new Page<>(
                        List.of(
                                shape.read(good).orThrow(),
                                shape.read(good.with("country_code", WRONG)).orThrow()),
                        2);
    }

    private static LocationsProvider locations() {
        return new LocationsProvider() {
            @Override
            public Page<Location> page(Context context, PageRequest wanted) {
                return twice(Location.SHAPE).page(context, wanted);
            }

            @Override
            public Optional<Location> location(Context context, CiString id) {
                Location good =
                        Location.SHAPE.read(RandomObjects.full(1).next(Location.SHAPE)).orThrow();
                var evse = good.evses().getFirst();
                var plug = evse.connectors().getFirst();
                return Optional.of(
                        good.toBuilder()
                                .city(WRONG)
                                .evses(
                                        List.of(
                                                evse.toBuilder()
                                                        .uid(CiString.of("E1"))
                                                        .physicalReference(WRONG)
                                                        .connectors(
                                                                List.of(
                                                                        plug.toBuilder()
                                                                                .id(
                                                                                        CiString.of(
                                                                                                "1"))
                                                                                .termsAndConditions(
                                                                                        WRONG)
                                                                                .build()))
                                                        .build()))
                                .build());
            }
        };
    }

    private static Bridge bridge(Backoffice.Builder parts) {
        return new Bridge(parts.build(), Duration.ofSeconds(20));
    }
}
