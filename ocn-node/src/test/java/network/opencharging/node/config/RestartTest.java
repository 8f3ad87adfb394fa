package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.clientinfo.ClientBook;
import network.opencharging.node.clientinfo.ClientInfo;
import network.opencharging.node.links.CallbackMemory;
import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.node.platform.ConnectionStatus;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.party.Role;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a node still knows after it was stopped and started again. */
class RestartTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @TempDir private Path folder = Path.of("");

    @Test
    void whatOtherNodesSaidOfTheirPartiesIsStillKnownAfterARestart() {
        try (RunningNode node = RunningNode.start(folder, ALICE)) {
            node.bean(ClientBook.class)
                    .hear(RunningNode.ELSEWHERE, Role.EMSP, ConnectionStatus.OFFLINE);
            node.restart();

            assertThat(elsewhere(node))
                    .extracting(ClientInfo::status)
                    .containsExactly(ConnectionStatus.OFFLINE);
        }
    }

    private static List<ClientInfo> elsewhere(RunningNode node) {
        return node.bean(ClientBook.class).all().stream()
                .filter(client -> client.party().equals(RunningNode.ELSEWHERE))
                .filter(client -> client.role() == Role.EMSP)
                .toList();
    }

    @Test
    void oldPeersGetTheirAddressBackAfterARestart() {
        LinkScope scope =
                new LinkScope(LinkKind.CALLBACK, ModuleId.COMMANDS, RunningNode.ELSEWHERE, ALICE);
        try (RunningNode node = RunningNode.start(folder, ALICE)) {
            node.bean(CallbackMemory.class).remember(scope, "uid-1", "https://bob.example/1");
            node.restart();

            assertThat(node.bean(CallbackMemory.class).find(scope, "uid-1"))
                    .contains("https://bob.example/1");
            assertThat(
                            node.callWith("GET", "/health", Map.of(), "")
                                    .body()
                                    .member("callbacks_lost"))
                    .contains(Json.number(0));
        }
    }
}
