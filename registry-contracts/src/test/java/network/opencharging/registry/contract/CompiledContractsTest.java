package network.opencharging.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import network.opencharging.registry.generated.BulkRead;
import network.opencharging.registry.generated.OcnCertifier;
import network.opencharging.registry.generated.OcnPermissions;
import network.opencharging.registry.generated.OcnRegistry;
import network.opencharging.registry.generated.SecondRegistryView;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Sources, compiled form and wrappers belong together. The first three tests need no Node.js and
 * never skip; where the compiler is at hand, the fourth compiles anew.
 */
class CompiledContractsTest {
    private static final String CURE =
            "run  mvn -Pcontracts -pl registry-contracts/codegen test  and check the result in";
    private static final Path COMPILED = Path.of("src/main/contracts");

    @Test
    void theCheckedInFormWasCompiledFromTheCheckedInSources() throws Exception {
        Map<String, String> now = new TreeMap<>();
        for (String file : compiledFrom()) {
            now.put(file, sha256(Path.of(file)));
        }
        assertThat(now).as(CURE).isEqualTo(recorded());
    }

    private static Map<String, String> recorded() throws IOException {
        Map<String, String> recorded = new TreeMap<>();
        for (String line : Files.readAllLines(COMPILED.resolve("fingerprint.txt"))) {
            if (!line.startsWith("#")) {
                recorded.put(line.substring(66), line.substring(0, 64));
            }
        }
        return recorded;
    }

    private static Set<String> compiledFrom() throws IOException {
        Set<String> files = new TreeSet<>();
        files.add("package-lock.json");
        files.addAll(below("src/main/solidity", ".sol"));
        files.addAll(below("src/test/solidity/published", ".sol"));
        files.addAll(below("src/test/contracts", ".bin"));
        files.addAll(below("scripts", ".mjs"));
        files.addAll(below("src/main/contracts", ".abi"));
        files.addAll(below("src/main/contracts", ".bin"));
        return files;
    }

    private static Set<String> below(String folder, String suffix) throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Path.of(folder))) {
            walk.map(path -> path.toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(suffix))
                    .forEach(files::add);
        }
        return files;
    }

    @Test
    void theWrappersCarryTheCheckedInCode() throws IOException {
        assertThat(OcnRegistry.BINARY).as(CURE).isEqualTo(code("OcnRegistry"));
        assertThat(OcnCertifier.BINARY).as(CURE).isEqualTo(code("OcnCertifier"));
        assertThat(OcnPermissions.BINARY).as(CURE).isEqualTo(code("OcnPermissions"));
        assertThat(BulkRead.BINARY).as(CURE).isEqualTo(code("BulkRead"));
        assertThat(SecondRegistryView.BINARY).as(CURE).isEqualTo(code("SecondRegistryView"));
    }

    private static String code(String contract) throws IOException {
        return Files.readString(COMPILED.resolve(contract + ".bin"));
    }

    @Test
    void everyWrapperWasMadeFromItsAbi() throws Exception {
        Set<String> made = new TreeSet<>();
        for (String line : Files.readAllLines(COMPILED.resolve("wrappers.txt"))) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" +");
                Path java =
                        Path.of("src/main/java/network/opencharging/registry/generated")
                                .resolve(parts[2] + ".java");
                assertThat(sha256(COMPILED.resolve(parts[2] + ".abi")))
                        .as(CURE)
                        .isEqualTo(parts[0]);
                assertThat(sha256(java)).as(CURE).isEqualTo(parts[1]);
                made.add("src/main/contracts/" + parts[2] + ".abi");
            }
        }
        assertThat(made).as(CURE).isEqualTo(below("src/main/contracts", ".abi"));
    }

    @Test
    void compilingAnewGivesTheSame() throws Exception {
        assumeTrue(
                Files.exists(Path.of("node_modules/solc")),
                "the compiler is not here; the fingerprint above was compared");
        Process check =
                new ProcessBuilder("node", "scripts/compile.mjs", "--check")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    /** Of the text with plain line ends, as the compile script takes it. */
    private static String sha256(Path file) throws Exception {
        byte[] text = Files.readString(file).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
