package network.opencharging.node.config;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.client.ClientLimits;
import network.opencharging.node.door.DoorLimits;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonLimits;
import network.opencharging.protocol.message.Body;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;

/** One limit each, whoever asks for it: the settings file, its defaults and the code agree. */
class LimitsTest {

    @Test
    void theSettingsFileSaysWhatTheCodeSays() throws IOException {
        Binder file = settingsFile();
        RelayProperties relay = file.bindOrCreate("ocn.node.relay", RelayProperties.class);
        ClientSettings client = file.bindOrCreate("ocn.client", ClientSettings.class);

        assertThat(relay.in().limits()).isEqualTo(DoorLimits.STANDARD);
        assertThat(client.limits()).isEqualTo(ClientLimits.STANDARD);
        Binder nothing = new Binder();
        assertThat(nothing.bindOrCreate("ocn.node.relay", RelayProperties.class)).isEqualTo(relay);
        assertThat(nothing.bindOrCreate("ocn.client", ClientSettings.class).limits())
                .isEqualTo(client.limits());
    }

    @Test
    void whatWasLetInIsReadHoweverLargeItIs() {
        String large = "{\"status_code\":1000,\"data\":[" + "\"x\",".repeat(4_300_000) + "1]}";
        assertThat(large.length()).isGreaterThan(JsonLimits.standard().bytes());

        Body body = Body.of(large);

        assertThat(body.members().orThrow().read("status_code")).contains(Json.number(1000));
    }

    private static Binder settingsFile() throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yml"))
                .forEach(environment.getPropertySources()::addLast);
        return Binder.get(environment);
    }
}
