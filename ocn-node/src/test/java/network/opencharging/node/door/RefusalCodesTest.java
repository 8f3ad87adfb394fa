package network.opencharging.node.door;

import static network.opencharging.protocol.route.InterfaceRole.SENDER;
import static network.opencharging.protocol.route.ModuleId.CDRS;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.message.PluginRefusal;
import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.VersionRefusal;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.node.platform.OcpiVersion;
import network.opencharging.node.platform.Versions;
import network.opencharging.protocol.message.RoutingHeaders;
import network.opencharging.protocol.party.PartyId;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of numbers; a refusal that is not in it makes this test fail. */
class RefusalCodesTest {
    private static final PartyId CAROL = new PartyId("FR", "CAR");

    private static Map<Refusal, String> table() {
        Map<Refusal, String> codes = new LinkedHashMap<>();
        codes.put(new Refusal.Crowded(), "503 3000");
        ofMessages(codes);
        aboutNodesAndVersions(codes);
        return codes;
    }

    private static void ofMessages(Map<Refusal, String> codes) {
        codes.put(new Refusal.NoToken(), "401 2001");
        codes.put(new Refusal.CameBefore("1"), "400 2001");
        codes.put(new Refusal.UnknownToken(), "401 2001");
        codes.put(new Refusal.CallerNotConnected(ConnectionStatus.SUSPENDED), "200 2000");
        codes.put(new Refusal.ForeignSender(CAROL), "200 2001");
        codes.put(new Refusal.SenderUnknown(CAROL), "200 4001");
        codes.put(new Refusal.RoutingWrong(new RoutingHeaders.Fault.Missing("header")), "200 2001");
        codes.put(new Refusal.ReceiverMissing(), "200 2001");
        codes.put(new Refusal.IdWrong("header"), "200 2001");
        codes.put(new Refusal.HeadersTooLarge("why"), "431 2001");
        codes.put(new Refusal.PathUnknown(), "404 2001");
        codes.put(new Refusal.PathUnsafe(), "400 2001");
        codes.put(new Refusal.ParameterRepeated("limit"), "400 2001");
        codes.put(new Refusal.HubCannot("why"), "200 2001");
        codes.put(new Refusal.TooFast(CAROL, java.time.Duration.ofMillis(1)), "429 2903");
        codes.put(new Refusal.MethodUnknown("BREW"), "405 2001");
        codes.put(new Refusal.BodyTooLarge(1), "413 2001");
        codes.put(new Refusal.NotJson("why"), "400 2001");
        codes.put(new Refusal.NodeMessageUnreadable("why"), "400 2001");
        codes.put(new Refusal.ResponseUrlRefused("why"), "200 2001");
        codes.put(new Refusal.ProxyResourceRefused("why"), "200 2001");
        codes.put(new Refusal.LinkUnknown(), "404 2001");
        codes.put(new Refusal.SignatureMissing("who"), "200 2901");
        codes.put(new Refusal.SignatureUnreadable("why"), "200 2001");
        codes.put(new Refusal.SignatureWrong("why"), "200 2901");
        codes.put(new Refusal.NotAllowed(CAROL, "why"), "200 2000");
        codes.put(new Refusal.ReceiverUnknown(CAROL), "200 4001");
        codes.put(new Refusal.ReceiverNotConnected(CAROL, "is OFFLINE"), "200 4003");
        codes.put(new Refusal.ModuleMissing(CAROL, CDRS, SENDER), "200 2001");
        codes.put(new Refusal.ModuleNotPassedOn(CDRS), "200 2001");
        codes.put(new Refusal.TokenUnknownToAll(2, 1), "404 2004");
        codes.put(new Refusal.NoAnswerInTime(CAROL), "200 4002");
        codes.put(new Refusal.Unreachable(CAROL, "a secret of the network"), "200 4003");
        codes.put(new Refusal.AnswerUnusable(CAROL, "why"), "200 4000");
        codes.put(new Refusal.AnswerSignatureWrong(CAROL, "why"), "200 4000");
    }

    private static void aboutNodesAndVersions(Map<Refusal, String> codes) {
        codes.put(new Refusal.NodeSignatureWrong("why"), "200 4003");
        codes.put(new Refusal.NodeFailed(), "500 3000");
        codes.put(
                new PluginRefusal.PluginDeclined(
                        network.opencharging.protocol.message.OcpiStatus.INVALID_PARAMETERS, "why"),
                "200 2001");
        codes.put(
                new VersionRefusal.Unsayable(
                        network.opencharging.protocol.message.OcpiStatus.INVALID_PARAMETERS, "why"),
                "200 2001");
        codes.put(new PluginRefusal.PluginFailed(CDRS), "500 3000");
        codes.put(new VersionRefusal.VersionUnknown("9.9", Versions.ALL), "404 3002");
        codes.put(
                new VersionRefusal.VersionNotSpoken(
                        CAROL, OcpiVersion.V2_3_0, java.util.List.of(OcpiVersion.V2_2_1)),
                "200 3002");
    }

    @TestFactory
    Stream<DynamicTest> numbers() {
        return table().entrySet().stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.getKey().getClass().getSimpleName(),
                                () -> {
                                    Verdict verdict = RefusalCodes.of(row.getKey());
                                    assertThat(verdict.http() + " " + verdict.status().code())
                                            .isEqualTo(row.getValue());
                                    assertThat(verdict.sentence())
                                            .isNotBlank()
                                            .doesNotContain("a secret of the network");
                                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRefusalIsInTheTable() {
        Set<String> tested =
                table().keySet().stream()
                        .map(refusal -> refusal.getClass().getSimpleName())
                        .collect(Collectors.toSet());
        return leaves(Refusal.class)
                .map(leaf ->
                        DynamicTest.dynamicTest(
                                leaf.getSimpleName(),
                                () -> assertThat(tested).contains(leaf.getSimpleName())));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(RefusalCodesTest::leaves)
                : Stream.of(type);
    }
}
