package network.opencharging.cli.admin;

import network.opencharging.cli.output.Entry;
import network.opencharging.cli.output.OutputOptions;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.secret.PrivateFile;

import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Where an invitation goes: shown, or into a file that is given to the platform's people. */
final class InvitationFile {
    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "Write the invitation into this file, which only you can read, and do not show"
                            + " its token. The platform's people use it with  ocn credentials"
                            + " handshake --invitation FILE")
    private Optional<Path> file = Optional.empty();

    void show(JsonNode answer, OutputOptions output) throws IOException {
        String token = answer.path("token").asString("");
        String versions = answer.path("versions_url").asString("");
        Entry row = AdminCommands.row(answer);
        if (file.isEmpty()) {
            output.show(row.with("token", token).with("versions_url", versions));
            return;
        }
        ObjectNode json = JsonText.object();
        json.put("versions_url", versions).put("token", token);
        PrivateFile.write(file.get(), JsonText.write(json) + "\n");
        output.show(row.with("versions_url", versions).with("file", file.get()));
        output.say(
                "The token is good once. Its people go on with  ocn credentials handshake"
                        + " --invitation "
                        + file.get());
    }
}
