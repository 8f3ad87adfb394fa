package network.opencharging.benchmarks.load;

import network.opencharging.benchmarks.place.Proxy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** wrk, told what to send by a script. */
final class Wrk implements Load {
    /**
     * Every request gets an id of its own in the place of {@link Asked#NUMBER}, in each thread and
     * each run: a node does the same signed POST of another node once.
     */
    private static final String START =
            """
            local all = {}
            local number = "%s"
            local function add(text)
              local from, to = text:find(number, 1, true)
              all[#all + 1] = {text:sub(1, from - 1), text:sub(to + 1)}
            end
            init = function(args)
            """
                    .formatted(Asked.NUMBER);

    private static final String END =
            """
            local threads = 0
            setup = function(thread)
              threads = threads + 1
              thread:set("first", os.time() % 900 * 1000000000 + threads * 100000000)
            end
            local at, sent = 0, 0
            request = function()
              at = at + 1
              sent = sent + 1
              if at > #all then at = 1 end
              return all[at][1] .. string.format("%012d", first + sent) .. all[at][2]
            end
            done = function(summary, latency, requests)
              local e = summary.errors
              print(string.format("measured %d %d %d %d %d %d", summary.requests, summary.duration,
                latency:percentile(50), latency:percentile(99), latency:percentile(99.9),
                e.connect + e.read + e.write + e.status + e.timeout))
              if e.connect + e.read + e.write + e.status + e.timeout > 0 then
                print(string.format("failed %d connecting, %d reading, %d writing, %d by status, %d by time",
                  e.connect, e.read, e.write, e.status, e.timeout))
              end
            end
            """;

    private final Path program;
    private final Path folder;

    Wrk(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    static Optional<Path> program() {
        return Proxy.onPath("wrk").filter(Files::isExecutable).findFirst();
    }

    @Override
    public String name() {
        return "wrk";
    }

    @Override
    public Measured run(URI target, List<Asked> requests, int connections, int seconds)
            throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("wrk.lua"), script(requests));
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "-t1",
                                "-c" + connections,
                                "-d" + seconds + "s",
                                "--timeout",
                                "20s",
                                "-s",
                                script.toString(),
                                target.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("wrk failed: " + said);
        }
        said.lines().filter(line -> line.startsWith("failed ")).forEach(System.out::println);
        return read(said);
    }

    private static Measured read(String said) throws IOException {
        String line =
                said.lines()
                        .filter(one -> one.startsWith("measured "))
                        .findFirst()
                        .orElseThrow(() -> new IOException("wrk said: " + said));
        String[] words = line.split(" ");
        long answered = Long.parseLong(words[1]);
        long failed = Long.parseLong(words[6]);
        return new Measured(
                (answered - failed) * 1e6 / Long.parseLong(words[2]),
                Long.parseLong(words[3]),
                Long.parseLong(words[4]),
                Long.parseLong(words[5]),
                failed);
    }

    private static String script(List<Asked> requests) {
        StringBuilder script = new StringBuilder(START);
        for (Asked asked : requests) {
            script.append("add(wrk.format(")
                    .append(quoted(asked.method()))
                    .append(',')
                    .append(quoted(asked.path()))
                    .append(",{");
            asked.headers()
                    .forEach((name, value) ->
                            script.append('[')
                                    .append(quoted(name))
                                    .append("]=")
                                    .append(quoted(value))
                                    .append(','));
            script.append("},")
                    .append(asked.body().isEmpty() ? "nil" : quoted(asked.body()))
                    .append("))\n");
        }
        return script.append("end\n").append(END).toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
