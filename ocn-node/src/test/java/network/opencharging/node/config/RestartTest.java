package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.links.CallbackMemory;
import network.opencharging.node.links.LinkKind;
import network.opencharging.node.links.LinkScope;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/** What a node still knows after it was stopped and started again. */
class RestartTest {
    private static final PartyId ALICE = new PartyId("DE", "ALC");

    @TempDir private Path folder = Path.of("");

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
