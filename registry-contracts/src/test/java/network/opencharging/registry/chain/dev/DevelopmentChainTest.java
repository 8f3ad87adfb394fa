package network.opencharging.registry.chain.dev;

import static network.opencharging.registry.Cast.NORTH_ADDRESS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class DevelopmentChainTest {
    private static final String PUSH0 = "0x5f";
    private static final String ADD = "0x600160010100";

    @TempDir private Path folder;

    @Test
    void itIsARealEvmWithTheRulesOfLondonAndEndsWhenClosed() throws IOException {
        DevelopmentChain chain = DevelopmentChain.start(ChainSettings.forTests());
        try (chain) {
            assertThat(chain.call("eth_chainId", "")).contains("\"0xf6\"");
            chain.fund(NORTH_ADDRESS, BigInteger.valueOf(255));
            assertThat(
                            chain.call(
                                    "eth_getBalance",
                                    "\"" + NORTH_ADDRESS.lowerCase() + "\",\"latest\""))
                    .contains("\"0xff\"");
            assertThat(create(chain, ADD)).contains("\"result\"");
            assertThatThrownBy(() -> create(chain, PUSH0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("NotActivated");
        }
        assertThat(chain.running()).isFalse();
    }

    private static String create(DevelopmentChain chain, String code) throws IOException {
        return chain.call("eth_call", "{\"data\":\"" + code + "\"},\"latest\"");
    }

    @Test
    void twoRunBesideEachOther() throws IOException {
        try (DevelopmentChain one = DevelopmentChain.start(ChainSettings.forTests());
                DevelopmentChain two =
                        DevelopmentChain.start(ChainSettings.forTests().withChainId(73799))) {
            assertThat(one.port()).isNotEqualTo(two.port());
            assertThat(two.call("eth_chainId", "")).contains("\"0x12047\"");
        }
    }

    @Test
    void withAStateFileItRemembers() throws IOException {
        ChainSettings kept = ChainSettings.forTests().withStateFile(folder.resolve("state.json"));
        try (DevelopmentChain chain = DevelopmentChain.start(kept)) {
            chain.fund(NORTH_ADDRESS, BigInteger.valueOf(255));
            chain.mine(3);
        }
        try (DevelopmentChain chain = DevelopmentChain.start(kept)) {
            assertThat(chain.call("eth_blockNumber", "")).contains("\"0x3\"");
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithWhatAnvilSaid() throws IOException {
        try (DevelopmentChain chain = DevelopmentChain.start(ChainSettings.forTests())) {
            assertThatThrownBy(() ->
                            DevelopmentChain.start(ChainSettings.forTests().withPort(chain.port())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not start")
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void whereThereIsNoAnvilOneSentenceSaysHowToGetIt() {
        assertThatThrownBy(() -> AnvilBinary.find(folder, Map.of("PATH", folder.toString())))
                .isInstanceOf(AnvilMissing.class)
                .hasMessageContaining("npm ci --ignore-scripts")
                .hasMessageContaining("registry-contracts");
        assertThatThrownBy(() -> AnvilBinary.find(folder, Map.of("OCN_ANVIL", "/nowhere/anvil")))
                .isInstanceOf(AnvilMissing.class)
                .hasMessageContaining("/nowhere/anvil");
    }

    @Test
    void oneOnThePathIsFound() throws IOException {
        Path mine = Files.createFile(folder.resolve("anvil"));
        assertThat(mine.toFile().setExecutable(true)).isTrue();
        assertThat(AnvilBinary.find(folder, Map.of("PATH", "/nowhere:" + folder))).isEqualTo(mine);
    }
}
