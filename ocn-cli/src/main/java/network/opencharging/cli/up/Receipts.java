package network.opencharging.cli.up;

import network.opencharging.cli.up.story.Receipt;
import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.terminal.Screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the drivers pay, for a person, and the CDRs for whoever wants to read them.
 *
 * @param receipts in the order of the charges
 * @param folder where each CDR is kept as the eMSP has it
 */
record Receipts(List<Receipt> receipts, Path folder) {

    void keep() throws IOException {
        Files.createDirectories(folder);
        for (Receipt receipt : receipts) {
            Files.writeString(file(receipt), JsonText.pretty(JsonText.write(receipt.cdr())) + "\n");
        }
    }

    private Path file(Receipt receipt) {
        return folder.resolve("cdr-" + receipt.outlet().device() + ".json");
    }

    void print(Screen screen) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("where", "what", "energy", "time", "without VAT", "with VAT"));
        for (Receipt receipt : receipts) {
            rows.add(
                    List.of(
                            receipt.outlet().device(),
                            receipt.outlet().kind(),
                            receipt.bill().energy(),
                            receipt.time(),
                            receipt.bill().net(),
                            receipt.bill().gross()));
        }
        screen.table(rows);
        screen.whisper(
                "  Bob's copies: "
                        + String.join(
                                ", ",
                                receipts.stream().map(this::file).map(Path::toString).toList()));
    }
}
