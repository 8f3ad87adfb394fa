package network.opencharging.node.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;

import network.opencharging.protocol.message.HeaderNames;

import org.jspecify.annotations.Nullable;

import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One connection: one request after the other. What comes before the last one is answered waits,
 * and its sender with it.
 */
// What fails on a connection closes it, and its closing is told: nobody has to wait for the future.
@SuppressWarnings("FutureReturnValueIgnored")
final class Visit extends ChannelInboundHandlerAdapter {
    private final Entrance entrance;
    private final Deque<Object> later = new ArrayDeque<>();
    private Stage stage = Stage.WAITING;
    private long since;
    private boolean keepAlive = true;
    private boolean closing;
    private @Nullable Arriving arriving;
    private @Nullable Handover handover;

    /** Where the current request is. */
    private enum Stage {
        /** There is none. */
        WAITING,
        /** It is coming in. */
        RECEIVING,
        /** It is being passed on. */
        PASSING,
        /** Its answer is going out. */
        ANSWERING
    }

    Visit(Entrance entrance) {
        this.entrance = entrance;
        this.since = entrance.now();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        entrance.opened(this, context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        entrance.closed(context);
        if (arriving != null) {
            arriving.release();
            arriving = null;
        }
        if (handover != null) {
            handover.abandon();
        }
        later.forEach(ReferenceCountUtil::release);
        later.clear();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        boolean early = stage == Stage.PASSING || stage == Stage.ANSWERING;
        if (early) {
            later.add(message);
            context.channel().config().setAutoRead(false);
        } else {
            take(context, (HttpObject) message);
        }
    }

    private void take(ChannelHandlerContext context, HttpObject message) {
        if (message instanceof HttpRequest request) {
            begin(context, request);
        }
        if (handover != null) {
            Handover to = handover;
            stage = message instanceof LastHttpContent ? Stage.PASSING : stage;
            to.forward(message);
            return;
        }
        try {
            if (arriving != null && message instanceof HttpContent content) {
                add(context, arriving, content);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        stage = Stage.RECEIVING;
        since = entrance.now();
        if (!Arriving.isReadable(request)) {
            unreadable(context);
            return;
        }
        keepAlive = HttpUtil.isKeepAlive(request);
        if (!entrance.isForDoors(Arriving.path(request))) {
            handover = entrance.handOver(this, context);
            return;
        }
        arriving = new Arriving(request, entrance.limits(), entrance.capacity());
        if (HttpUtil.is100ContinueExpected(request)) {
            context.writeAndFlush(
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
    }

    private void add(ChannelHandlerContext context, Arriving request, HttpContent content) {
        if (!content.decoderResult().isSuccess()) {
            unreadable(context);
            return;
        }
        request.add(content.content());
        boolean endless = request.isEndless();
        if (endless || content instanceof LastHttpContent) {
            arriving = null;
            stage = Stage.PASSING;
            keepAlive &= !endless;
            entrance.pass(context, request, reply -> answer(context, reply, request::answered));
        }
    }

    private void unreadable(ChannelHandlerContext context) {
        if (arriving != null) {
            arriving.release();
            arriving = null;
        }
        keepAlive = false;
        stage = Stage.PASSING;
        answer(context, entrance.unreadable(), () -> {});
    }

    /** On the thread of the connection. */
    private void answer(ChannelHandlerContext context, HttpReply reply, Runnable sent) {
        stage = Stage.ANSWERING;
        since = entrance.now();
        FullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.valueOf(reply.status()),
                        Unpooled.wrappedBuffer(reply.body().bytes()));
        response.headers()
                .set(HeaderNames.CONTENT_TYPE, "application/json")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, reply.body().size());
        reply.headers().forEach(response.headers()::set);
        boolean last = !keepAlive || closing;
        HttpUtil.setKeepAlive(response, !last);
        context.writeAndFlush(response)
                .addListener(
                        (ChannelFutureListener)
                                written -> {
                                    sent.run();
                                    if (last || !written.isSuccess()) {
                                        context.close();
                                    } else {
                                        next(context);
                                    }
                                });
    }

    /** The answer has gone out: the next request, where one waits. */
    void next(ChannelHandlerContext context) {
        handover = null;
        stage = Stage.WAITING;
        since = entrance.now();
        if (closing) {
            context.close();
            return;
        }
        while (!later.isEmpty() && (stage == Stage.WAITING || stage == Stage.RECEIVING)) {
            take(context, (HttpObject) later.remove());
        }
        if (later.isEmpty() && !context.channel().config().isAutoRead()) {
            context.channel().config().setAutoRead(true);
        }
    }

    /** Whether the answer that others write is the last on this connection. */
    boolean isLast() {
        return !keepAlive || closing;
    }

    /** Ends when the current request is answered; at once where there is none. */
    void closeSoon(ChannelHandlerContext context) {
        closing = true;
        if (stage == Stage.WAITING) {
            context.close();
        }
    }

    /** Closes who sends or takes nothing for too long; to be called now and then. */
    void closeWhenStuck(ChannelHandlerContext context, long now) {
        boolean stuck =
                switch (stage) {
                    case WAITING -> now - since > entrance.patience();
                    case RECEIVING, ANSWERING ->
                            handover == null && now - since > entrance.longPatience();
                    case PASSING -> false;
                };
        if (stuck) {
            context.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent shaken
                && !shaken.isSuccess()
                && !(shaken.cause() instanceof ClosedChannelException)) {
            entrance.withoutTls(shaken.cause());
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (handover != null && context.channel().isWritable()) {
            handover.resume();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
