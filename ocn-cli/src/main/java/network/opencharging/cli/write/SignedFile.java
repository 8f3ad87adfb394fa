package network.opencharging.cli.write;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Failure;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A signed deed on its way to whoever sends it.
 *
 * @param chainId the chain it is good on
 * @param words what its author says it does; only the contract can tell whether that is so
 * @param author who signed
 * @param deadline until when it may be sent
 * @param to the contract
 * @param data the call
 */
public record SignedFile(
        long chainId, String words, Address author, Instant deadline, Address to, String data) {

    /** Puts it into a file. */
    public void write(Path file) throws IOException {
        ObjectNode json = JsonText.object();
        json.put("chain_id", chainId)
                .put("words", words)
                .put("author", author.text())
                .put("deadline", deadline.toString())
                .put("to", to.text())
                .put("data", data);
        Files.writeString(file, JsonText.write(json) + "\n");
    }

    /** Reads such a file. */
    public static SignedFile read(Path file) throws IOException {
        try {
            JsonNode json =
                    JsonText.parse(Files.readString(file)).orElseThrow(() -> unusable(file));
            String data = json.path("data").asString("");
            if (!data.matches("0x([0-9a-fA-F]{2}){4,}")) {
                throw unusable(file);
            }
            return new SignedFile(
                    json.path("chain_id").asLong(0),
                    json.path("words").asString(""),
                    new Address(json.path("author").asString("")),
                    Instant.parse(json.path("deadline").asString("")),
                    new Address(json.path("to").asString("")),
                    data);
        } catch (NoSuchFileException e) {
            throw Failure.usage("There is no file " + file + ".");
        } catch (IOException e) {
            throw Failure.usage("The file %s cannot be read: %s.".formatted(file, e.getMessage()));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw unusable(file);
        }
    }

    private static Failure unusable(Path file) {
        return Failure.usage(
                "The file %s is no signed message as  --sign-to  writes it.".formatted(file));
    }

    /** The call to be sent. */
    public Call call() {
        return Call.of(to, data);
    }
}
