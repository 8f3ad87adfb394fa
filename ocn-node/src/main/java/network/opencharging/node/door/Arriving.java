package network.opencharging.node.door;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

import network.opencharging.node.message.Refusal;
import network.opencharging.protocol.message.Headers;

import java.util.Map;
import java.util.Optional;

/** A request for the doors that is still coming in. */
final class Arriving {
    private static final String NEVER_IN_A_URL = "\"<>\\^`{|}#";

    private final HttpRequest request;
    private final DoorLimits limits;
    private final Content content;
    private final Optional<Refusal> bomb;
    private final HeldAnswer answer;

    Arriving(HttpRequest request, DoorLimits limits, Capacity capacity) {
        this.request = request;
        this.limits = limits;
        this.content = new Content(capacity, limits);
        this.answer = new HeldAnswer(capacity);
        this.bomb = bomb(request, limits);
        if (HttpUtil.getContentLength(request, 0L) > limits.bodyBytes()) {
            content.refuse(Content.State.TOO_LARGE);
        }
    }

    /** Whether it is HTTP at all, and its target is one that stands in a URL. */
    static boolean isReadable(HttpRequest request) {
        boolean hosted =
                !request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                        || request.headers().contains(HttpHeaderNames.HOST);
        return request.decoderResult().isSuccess()
                && hosted
                && !request.uri().isEmpty()
                && mayStandInUrl(request.uri());
    }

    private static boolean mayStandInUrl(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c >= 0x7f || NEVER_IN_A_URL.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The path with its escapes; of the absolute form what stands behind the host. */
    static String path(HttpRequest request) {
        String target = target(request);
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    private static String query(HttpRequest request) {
        String target = target(request);
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    private static String target(HttpRequest request) {
        String uri = request.uri();
        int scheme = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (scheme < 0) {
            return uri;
        }
        int path = uri.indexOf('/', scheme + 3);
        return path < 0 ? "/" : uri.substring(path);
    }

    private static Optional<Refusal> bomb(HttpRequest request, DoorLimits limits) {
        if (request.headers().size() > limits.headerCount()) {
            return Optional.of(
                    new Refusal.HeadersTooLarge(
                            "send at most %d.".formatted(limits.headerCount())));
        }
        long characters = 0;
        var all = request.headers().iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            characters += header.getKey().length() + header.getValue().length();
        }
        return characters > limits.headerBytes()
                ? Optional.of(
                        new Refusal.HeadersTooLarge(
                                "send at most %d characters.".formatted(limits.headerBytes())))
                : Optional.empty();
    }

    void add(ByteBuf part) {
        content.add(part);
    }

    boolean isEndless() {
        return content.isEndless();
    }

    /** Why it cannot be taken at all, whatever it says. */
    boolean hasNoRoom() {
        return content.state() == Content.State.NO_ROOM;
    }

    HttpEntry entry() {
        Optional<Refusal> tooMuch =
                content.state() == Content.State.TOO_LARGE
                        ? bomb.or(() -> Optional.of(new Refusal.BodyTooLarge(limits.bodyBytes())))
                        : bomb;
        return new HttpEntry(
                request.method().name(),
                path(request),
                query(request),
                headers(),
                tooMuch,
                content.body(),
                answer);
    }

    private Headers headers() {
        return Headers.first(request.headers()::iteratorAsString);
    }

    /** Its answer has gone out. */
    void answered() {
        answer.release();
    }

    /** Gives its memory back. */
    void release() {
        content.release();
    }
}
