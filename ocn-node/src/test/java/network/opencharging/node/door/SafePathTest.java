package network.opencharging.node.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "DE/ALC/L1",
                "a%2Fb",
                "a..b",
                "...",
                "%C3%BC",
                "a;b",
                "a//b",
                "L1/",
                "a.b/.c",
                "100%25",
                "BE*BEC*E041503001",
                "a+b"
            })
    void ordinaryIdsStay(String path) {
        assertThat(SafePath.stays(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "../credentials",
                "a/../../credentials",
                "%2e%2e/credentials",
                "%2E./x",
                "a%2F..%2Fb",
                "..%5Cx",
                "..;x=1/credentials",
                "%252e%252e/x",
                "a\\..\\b",
                "a?b",
                "a#b",
                "a b",
                "a\tb",
                "%zz",
                "ü"
            })
    void whatCouldClimbOutDoesNot(String path) {
        assertThat(SafePath.stays(path)).isFalse();
    }
}
