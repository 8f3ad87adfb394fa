package network.opencharging.node.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The page of the operator's API, put together from what a node was asked and answered. */
final class AdminApiPage {
    private static final String HEAD =
            """
            # The operator's API

            Everything below `/admin` of a node wants the header `Authorization: Token` with an admin key, or the cookie of who has signed in
            (docs/node.md); what changes something is written down in the audit. What is wrong with a request stands in `error`, and where in `field`.
            The same for machines: `GET /admin/openapi.json`, or [openapi.json](../ocn-node/src/main/resources/admin/openapi.json). Most of it is a
            command, too: `ocn admin`, see [cli.md](cli.md).

            Requests and answers are those of a real node in `AdminApiTest`, which writes this page.
            """;

    /** What is longer than this is better read where it is. */
    private static final long LONGEST = 10_000;

    private static final List<String> PARTS =
            List.of(
                    "path-parameters",
                    "query-parameters",
                    "request-fields",
                    "http-request",
                    "response-fields",
                    "http-response");

    private final Path snippets;
    private final RunningNode node;

    /** Of what was written there. */
    AdminApiPage(Path snippets, RunningNode node) {
        this.snippets = snippets;
        this.node = node;
    }

    String of(List<Operation> operations) throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (Operation operation : operations) {
            page.append("\n## ").append(operation.title()).append("\n\n");
            page.append(operation.says()).append('\n');
            for (String part : PARTS) {
                Path file = snippets.resolve(operation.id()).resolve(part + ".md");
                if (Files.exists(file) && Files.size(file) < LONGEST) {
                    page.append('\n').append(heading(part)).append(Files.readString(file).strip());
                    page.append('\n');
                }
            }
        }
        return steady(page.toString());
    }

    private static String heading(String part) {
        return switch (part) {
            case "path-parameters" -> "In the path:\n\n";
            case "query-parameters" -> "In the query, each where it is wanted:\n\n";
            case "request-fields" -> "In the body:\n\n";
            case "response-fields" -> "In the answer:\n\n";
            default -> "";
        };
    }

    /** What is another one each time stands there as an example that never changes. */
    private String steady(String page) {
        return page.replace(node.url(), "https://node.example.org")
                .replace(node.folder().toString(), "/etc/ocn")
                .replace(RunningNode.ADMIN_KEY, "the-admin-key")
                .replaceAll("ocn-admin-\\d+", "ocn-admin-443")
                .replaceAll("http://127\\.0\\.0\\.1:\\d+", "https://cpo.example.org")
                .replaceAll(
                        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                        "5b1f3f0e-6d0c-4c4e-9d0b-7f3a51c2e8a4")
                .replaceAll(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z",
                        "2026-11-28T10:15:30Z")
                .replaceAll("(\"(?:token|key)\"\\s*:\\s*)\"[^\"]*\"", "$1\"shown-this-once\"")
                .replaceAll(
                        "(\"(?:milliseconds|at_microseconds|age_seconds|bytes)\"\\s*:\\s*)\\d+",
                        "$17")
                .lines()
                .flatMap(line -> Stream.of(line.stripTrailing()))
                .reduce("", (all, line) -> all + line + "\n")
                .replaceAll("\\n{3,}", "\n\n");
    }
}
