package network.opencharging.benchmarks.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as a plain reverse proxy, with connections to the stub that stay open. */
public final class Proxy {
    private static final List<Path> PLACES =
            List.of(
                    Path.of("/usr/sbin/nginx"),
                    Path.of("/usr/bin/nginx"),
                    Path.of("/usr/local/bin/nginx"),
                    Path.of("/opt/homebrew/bin/nginx"));

    private static final String SETTINGS =
            """
            worker_processes auto;
            daemon off;
            pid {folder}/nginx.pid;
            error_log stderr warn;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path {folder}/body;
              proxy_temp_path {folder}/proxy;
              fastcgi_temp_path {folder}/fastcgi;
              uwsgi_temp_path {folder}/uwsgi;
              scgi_temp_path {folder}/scgi;
              large_client_header_buffers 4 128k;
              keepalive_requests 100000000;
              upstream stub {
                server 127.0.0.1:{stub};
                keepalive 512;
                keepalive_requests 100000000;
              }
              server {
                listen 127.0.0.1:{port} backlog=1024;
                location / {
                  proxy_pass http://stub;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                }
              }
            }
            """;

    private Proxy() {}

    /** The program, where it is installed. */
    public static Optional<Path> program() {
        return Stream.concat(PLACES.stream(), onPath("nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Where a program of this name may lie. */
    public static Stream<Path> onPath(String name) {
        String path = System.getenv("PATH");
        return path == null
                ? Stream.of()
                : Stream.of(path.split(":")).map(folder -> Path.of(folder, name));
    }

    /** Starts it between this port and the stub's. */
    public static Running start(Path program, Path folder, int port, int stub) throws IOException {
        Files.createDirectories(folder);
        Path settings =
                Files.writeString(folder.resolve("nginx.conf"), settings(folder, stub, port));
        return Running.start(
                List.of(program.toString(), "-p", folder.toString(), "-c", settings.toString()),
                Map.of(),
                folder.resolve("nginx.log"));
    }

    private static String settings(Path folder, int stub, int port) {
        return SETTINGS.replace("{folder}", folder.toString())
                .replace("{stub}", Integer.toString(stub))
                .replace("{port}", Integer.toString(port));
    }
}
