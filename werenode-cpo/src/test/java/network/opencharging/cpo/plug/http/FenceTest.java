package network.opencharging.cpo.plug.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
    private final Fence fence = new Fence("192.168.7.0/24, fd00:7::/64");

    @ParameterizedTest
    @CsvSource({
        "192.168.7.20, http://192.168.7.20:80",
        "192.168.7.20:8080, http://192.168.7.20:8080",
        "3232237332, http://192.168.7.20:80",
        "[fd00:7::20]:8080, http://[fd00:7:0:0:0:0:0:20]:8080",
        "[fd00:7::20], http://[fd00:7:0:0:0:0:0:20]:80",
    })
    void whatIsWithinMayBeCalled(String address, String url) {
        assertThat(fence.within(address)).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.8.20",
                "127.0.0.1",
                "169.254.169.254",
                "[::1]:80",
                "[::ffff:192.168.8.20]",
                "plug.example.com",
                "192.168.7.20:0",
                "192.168.7.20:99999",
                "192.168.7.20/x",
                "user@192.168.7.20",
                "0300.0250.7.20",
                "",
            })
    void whateverElseMayNot(String address) {
        assertThatThrownBy(() -> fence.within(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("address ");
    }

    @Test
    void withoutNetworksNothingMayBeCalled() {
        assertThatThrownBy(() -> new Fence("").within("192.168.7.20"))
                .hasMessageContaining("ocn.cpo.plugs.http-networks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.7.0", "192.168.7.0/33", "here/8", "192.168.7.0/x"})
    void whatIsNoNetworkIsNamed(String networks) {
        assertThatThrownBy(() -> new Fence(networks)).hasMessageEndingWith("not " + networks);
    }
}
