package network.opencharging.node.client;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;

import network.opencharging.node.client.CallResult.Answered;
import network.opencharging.node.client.CallResult.Reason;
import network.opencharging.node.client.CallResult.Unanswered;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;

/** What happens on one connection: one request at a time, and its answer. */
// What fails on a connection closes it, and its closing is told: nobody has to wait for the future.
@SuppressWarnings("FutureReturnValueIgnored")
final class Exchange extends ChannelInboundHandlerAdapter {
    private static final AttributeKey<Exchange> OF_CHANNEL = AttributeKey.valueOf("exchange");

    private final Peer peer;
    private final long mostBytes;
    private @Nullable CompletableFuture<CallResult> waiting;
    private @Nullable HttpResponse head;
    private Bytes body = Bytes.none();

    /** Bytes for which there is room already, and which have not come yet. */
    private int paid;

    private IntPredicate room = _ -> true;
    private volatile boolean untouched = true;
    private volatile boolean reusable;

    Exchange(Peer peer, long mostBytes) {
        this.peer = peer;
        this.mostBytes = mostBytes;
    }

    /** The exchange of a connection of this room. */
    static Exchange on(Channel channel) {
        return channel.attr(OF_CHANNEL).get();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        context.channel().attr(OF_CHANNEL).set(this);
    }

    /** Sends a request; the future ends with what became of it. On any thread. */
    void send(
            Channel channel,
            DefaultFullHttpRequest request,
            IntPredicate space,
            CompletableFuture<CallResult> end) {
        channel.eventLoop()
                .execute(() -> {
                    waiting = end;
                    room = space;
                    untouched = true;
                    reusable = false;
                    channel.writeAndFlush(request)
                            .addListener(written -> {
                                if (!written.isSuccess()) {
                                    failed(channel, written.cause());
                                }
                            });
                });
    }

    /** Whether the last answer was whole and the server keeps the connection open. */
    boolean isReusable() {
        return reusable;
    }

    /**
     * Whether nothing at all came back: then it is sure that nobody answered on this connection.
     */
    boolean isUntouched() {
        return untouched;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            read(context, message);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(ChannelHandlerContext context, Object message) {
        untouched = false;
        if (waiting == null) {
            // Nobody asked.
            context.close();
            return;
        }
        if (message instanceof HttpResponse response) {
            begin(context, response);
        }
        if (message instanceof HttpContent content && head != null) {
            if (!content.decoderResult().isSuccess()) {
                failed(context.channel(), content.decoderResult().cause());
                return;
            }
            take(context, content);
        }
    }

    private void begin(ChannelHandlerContext context, HttpResponse response) {
        if (!response.decoderResult().isSuccess()) {
            failed(context.channel(), response.decoderResult().cause());
        } else if (response.status().code() >= 200) {
            long length = HttpUtil.getContentLength(response, -1L);
            // For the whole of it at once: many that grow together would all find no room.
            paid = (int) Math.clamp(length, 0L, mostBytes);
            if (paid > 0 && !room.test(paid)) {
                refuse(context);
                return;
            }
            head = response;
            body = Bytes.expecting(length, mostBytes);
        }
    }

    private void refuse(ChannelHandlerContext context) {
        end(new Unanswered(Reason.NO_ROOM, "no memory is left for the answer"));
        context.close();
    }

    private void take(ChannelHandlerContext context, HttpContent content) {
        ByteBuf part = content.content();
        int more = Math.max(0, part.readableBytes() - paid);
        paid = Math.max(0, paid - part.readableBytes());
        if (more > 0 && !room.test(more)) {
            refuse(context);
            return;
        }
        if (!body.add(part)) {
            end(
                    new Unanswered(
                            Reason.TOO_LARGE, "the answer is larger than " + mostBytes + " bytes"));
            context.close();
            return;
        }
        if (content instanceof LastHttpContent && head != null) {
            reusable = HttpUtil.isKeepAlive(head);
            HttpResponse whole = head;
            head = null;
            end(new Answered(whole.status().code(), headers(whole), body.whole()));
            body = Bytes.none();
        }
    }

    private static SortedMap<String, String> headers(HttpResponse response) {
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.headers()
                .iteratorAsString()
                .forEachRemaining(header ->
                        headers.merge(
                                header.getKey(),
                                header.getValue(),
                                (one, other) -> one + ", " + other));
        headers.remove(HttpHeaderNames.CONTENT_ENCODING.toString());
        return headers;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        failed(context.channel(), new ClosedChannelException());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failed(context.channel(), cause);
    }

    private void failed(Channel channel, Throwable cause) {
        end(unreachable(peer, cause));
        channel.close();
    }

    static Unanswered unreachable(Peer peer, Throwable cause) {
        String said =
                cause instanceof ClosedChannelException
                        ? "it closed the connection without an answer"
                        : cause instanceof IOException
                                ? cause.getClass().getSimpleName() + " " + cause.getMessage()
                                : cause.getClass().getSimpleName();
        return new Unanswered(Reason.UNREACHABLE, peer.host() + ": " + said);
    }

    private void end(CallResult result) {
        CompletableFuture<CallResult> ended = waiting;
        waiting = null;
        if (ended != null) {
            ended.complete(result);
        }
    }
}
