import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.web3j.codegen.SolidityFunctionWrapperGenerator;

/**
 * Writes the Java wrappers of the compiled contracts into the sources, and beside the compiled form which ABI each one
 * was made from. Started in registry-contracts by the profile "contracts".
 */
class GenerateWrappers {
    private static final String PACKAGE = "network.opencharging.registry.generated";
    private static final Path CONTRACTS = Path.of("src/main/contracts");
    private static final Path OUT = Path.of("target/wrappers");
    private static final Path SOURCES = Path.of("src/main/java", PACKAGE.split("\\."));
    /** What the generator writes is compiled with all warnings on, like everything else: it is excused here, by name. */
    private static final String EXCUSED = "@SuppressWarnings({\"rawtypes\", \"unchecked\", \"deprecation\", \"this-escape\"})";

    public static void main(String[] arguments) throws Exception {
        StringBuilder record = new StringBuilder("# ABI and wrapper made from it, sha256 each. Written by scripts/GenerateWrappers.java.\n");
        for (Path abi : files(".abi")) {
            String name = abi.getFileName().toString().replace(".abi", "");
            SolidityFunctionWrapperGenerator.main(
                    new String[] {
                        "--abiFile=" + withoutOverloads(abi),
                        "--binFile=" + CONTRACTS.resolve(name + ".bin"),
                        "--outputDir=" + OUT,
                        "--package=" + PACKAGE
                    });
            String text = Files.readString(OUT.resolve(PACKAGE.replace('.', '/')).resolve(name + ".java"));
            String java = text.replace("@SuppressWarnings(\"rawtypes\")", EXCUSED).replaceAll("[ \t]+\n", "\n");
            Files.createDirectories(SOURCES);
            Files.writeString(SOURCES.resolve(name + ".java"), java);
            record.append(sha256(Files.readString(abi))).append(' ').append(sha256(java)).append("  ").append(name).append('\n');
        }
        Files.writeString(CONTRACTS.resolve("wrappers.txt"), record);
    }

    /** The generator makes one constant of an event's name: events that share theirs are left out, nobody here reads them. */
    private static Path withoutOverloads(Path abi) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Integer> events = new HashMap<>();
        JsonNode entries = mapper.readTree(abi.toFile());
        for (JsonNode entry : entries) {
            if (entry.get("type").asText().equals("event")) {
                events.merge(entry.get("name").asText(), 1, Integer::sum);
            }
        }
        ArrayNode kept = mapper.createArrayNode();
        for (JsonNode entry : entries) {
            boolean overloaded = entry.get("type").asText().equals("event") && events.get(entry.get("name").asText()) > 1;
            if (!overloaded) {
                kept.add(entry);
            }
        }
        Files.createDirectories(OUT);
        Path file = OUT.resolve(abi.getFileName());
        mapper.writeValue(file.toFile(), kept);
        return file;
    }

    private static List<Path> files(String suffix) throws IOException {
        try (Stream<Path> list = Files.list(CONTRACTS)) {
            return list.filter(path -> path.toString().endsWith(suffix)).sorted().toList();
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
