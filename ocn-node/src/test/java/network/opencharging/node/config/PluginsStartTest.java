package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.node.operate.StartRefused;
import network.opencharging.node.plugin.ModuleDecision;
import network.opencharging.node.plugin.ModulePlugin;
import network.opencharging.node.plugin.ModuleRequest;
import network.opencharging.protocol.route.ModuleId;
import network.opencharging.protocol.route.RouteTable;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

import java.util.List;

/** What is wrong with plug-ins is told before the node opens. */
class PluginsStartTest {
    private static final ModuleId PARKING = new ModuleId("xyz-parking");

    /** Answers a module. */
    record Plugin(ModuleId module) implements ModulePlugin {
        @Override
        public ModuleDecision decide(ModuleRequest request) {
            return new ModuleDecision.PassedOn();
        }
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        assertThatThrownBy(() ->
                        SpringApplication.run(
                                NodeApplication.class, "--ocn.plugins.folder=/no/such/folder"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("OCN_NODE_PLUGINS", "/no/such/folder");
    }

    @Test
    void twoForOneModuleAndOneForAModuleOfOcpiAreRefused() {
        RouteTable routes = RouteTable.ocpi221();

        assertThat(PluggedModules.of(List.of(new Plugin(PARKING)), routes).byModule())
                .containsKey(PARKING);
        assertThatThrownBy(() ->
                        PluggedModules.of(
                                List.of(new Plugin(PARKING), new Plugin(PARKING)), routes))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("xyz-parking");
        assertThatThrownBy(() -> PluggedModules.of(List.of(new Plugin(ModuleId.TOKENS)), routes))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tokens");
    }
}
