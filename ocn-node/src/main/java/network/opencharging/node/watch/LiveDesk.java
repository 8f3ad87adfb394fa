package network.opencharging.node.watch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.node.admin.MessageView;
import network.opencharging.node.journal.LiveFeed;
import network.opencharging.node.journal.MessageRecord;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What passes now, as server-sent events: one message each, in the form of the log. */
@RestController
public class LiveDesk {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDesk.class);

    /** How long the end of the feed may go unnoticed. */
    private static final Duration GLANCE = Duration.ofMillis(500);

    /** A sign of life after so many glances, which also finds out who has gone. */
    private static final int SILENT = 20;

    private final LiveFeed feed;

    /** Tells what this feed tells. */
    public LiveDesk(LiveFeed feed) {
        this.feed = feed;
    }

    /**
     * Goes on until the browser or the node ends it; it keeps a thread of the desk, which is why
     * the feed lets in so few. Who asks for the head only would never be noticed to have gone.
     */
    @GetMapping("/admin/live")
    public void live(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("HEAD")) {
            response.setContentType("text/event-stream");
            return;
        }
        Optional<LiveFeed.Watcher> begun = feed.watch();
        if (begun.isEmpty()) {
            response.setHeader("Retry-After", "10");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (LiveFeed.Watcher watcher = begun.get()) {
            tell(watcher, response.getOutputStream());
        } catch (IOException e) {
            LOG.debug("who watched has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(LiveFeed.Watcher watcher, OutputStream out)
            throws IOException, InterruptedException {
        write(out, ": here it begins\n\n");
        int silent = 0;
        while (feed.isOpen()) {
            Optional<MessageRecord> next = watcher.next(GLANCE);
            if (next.isPresent()) {
                write(out, "data: " + MessageView.line(next.get()).text() + "\n\n");
                silent = 0;
            } else if (++silent == SILENT) {
                write(out, ": still here\n\n");
                silent = 0;
            }
            long missed = watcher.missed();
            if (missed > 0) {
                write(out, "event: missed\ndata: " + missed + "\n\n");
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
