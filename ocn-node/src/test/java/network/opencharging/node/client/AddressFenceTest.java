package network.opencharging.node.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.util.List;

class AddressFenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "::8.8.8.8",
                "::ffff:0:8.8.8.8",
                "100::1",
                "2001:db8::1",
                "2001:2::1",
                "3fff::1",
                "5f00::1",
                "fec0::1",
                "2002:7f00:1::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2"
            })
    void whatIsNotPublicIsFenced(String address) {
        assertThat(AddressFence.publicOnly().permits("host", at(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.128.0.1",
                "223.255.255.255",
                "2a00:1450:4001::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::"
            })
    void whatIsPublicIsCalled(String address) {
        assertThat(AddressFence.publicOnly().permits("host", at(address))).isTrue();
    }

    @Test
    void theAdministratorOpensRangesAddressesAndHosts() {
        AddressFence fence =
                AddressFence.allowing(List.of("127.0.0.0/8", "10.1.0.0/17", "::1", "cpo.internal"));

        assertThat(fence.permits("localhost", at("127.0.0.1"))).isTrue();
        assertThat(fence.permits("localhost", at("::1"))).isTrue();
        assertThat(fence.permits("a", at("10.1.127.255"))).isTrue();
        assertThat(fence.permits("a", at("10.1.128.0"))).isFalse();
        assertThat(fence.permits("CPO.internal", at("192.168.0.7"))).isTrue();
        assertThat(fence.permits("other.internal", at("192.168.0.7"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "1.2.3.4.5/8", "::1/129"})
    void anEntryThatIsNoRangeIsNamed(String entry) {
        assertThatThrownBy(() -> AddressFence.allowing(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static InetAddress at(String literal) {
        return InetAddress.ofLiteral(literal);
    }
}
