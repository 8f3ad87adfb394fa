package network.opencharging.cli.up.place;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import network.opencharging.tools.terminal.Failure;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsUseAndTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = ports(free(), taken.getLocalPort());

            assertThatThrownBy(() -> ports.check(true))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("south")
                    .hasMessageContaining("--port-base")
                    .hasMessageContaining("--south-port");
        }
    }

    @Test
    void aPortOfTheChainDoesNotMatterWithoutAChain() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = ports(taken.getLocalPort(), free());

            assertThatCode(() -> ports.check(false)).doesNotThrowAnyException();
            assertThatThrownBy(() -> ports.check(true)).hasMessageContaining("chain");
        }
    }

    @Test
    void onePortIsNotForTwo() {
        assertThatThrownBy(() ->
                        new Ports(7001, 7002, 7003, 7002, 7005, 7006, 7007, 7008).check(false))
                .hasMessageContaining("north and cpo cannot both have port 7002");
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Ports.from(65_532).check(true))
                .hasMessageContaining("emsp must be 1 to 65535, not 65536");
    }

    /** With free ones for all else. */
    private static Ports ports(int chain, int south) throws IOException {
        return new Ports(chain, free(), south, free(), free(), free(), free(), free());
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
