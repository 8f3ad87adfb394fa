package network.opencharging.node.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One request that the server behind the entrance answers: its parts go there as they come, the
 * answer's parts come back as they come, and who is slow slows the other down. Everything happens
 * on the thread of the visitor's connection.
 */
// What fails on a connection closes it, and its closing is told: nobody has to wait for the future.
@SuppressWarnings("FutureReturnValueIgnored")
final class Handover {
    private final Visit visit;
    private final ChannelHandlerContext visitor;
    private final Deque<HttpObject> waiting = new ArrayDeque<>();
    private @Nullable Channel far;
    private boolean begun;
    private boolean ended;

    Handover(Visit visit, ChannelHandlerContext visitor) {
        this.visit = visit;
        this.visitor = visitor;
    }

    /** What happens on the connection to the other server. */
    ChannelInitializer<Channel> far() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpClientCodec(), new Far());
            }
        };
    }

    /** The connection stands, or does not. */
    void connected(Future<? super Void> connecting) {
        Channel channel = ((io.netty.channel.ChannelFuture) connecting).channel();
        if (!connecting.isSuccess() || ended) {
            channel.close();
            fail();
            return;
        }
        far = channel;
        while (!waiting.isEmpty()) {
            channel.write(waiting.remove());
        }
        channel.flush();
    }

    /** A part of the request. */
    void forward(HttpObject part) {
        if (ended) {
            ReferenceCountUtil.release(part);
            return;
        }
        if (part instanceof HttpRequest request) {
            tellWho(request);
        }
        if (far == null) {
            waiting.add(part);
            visitor.channel().config().setAutoRead(waiting.size() < 16);
        } else {
            far.writeAndFlush(part);
            visitor.channel().config().setAutoRead(far.isWritable());
        }
    }

    private void tellWho(HttpRequest request) {
        request.headers().remove(Backstage.VISITOR);
        if (visitor.channel().remoteAddress() instanceof InetSocketAddress address
                && address.getAddress() != null) {
            request.headers().set(Backstage.VISITOR, address.getAddress().getHostAddress());
        }
        HttpUtil.setKeepAlive(request, true);
    }

    /** The visitor has gone. */
    void abandon() {
        end();
    }

    private void fail() {
        if (!ended) {
            end();
            visitor.close();
        }
    }

    private void end() {
        ended = true;
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        if (far != null) {
            far.close();
        }
    }

    /** The other server's side. */
    private final class Far extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (ended
                    || !(part instanceof HttpObject object)
                    || !object.decoderResult().isSuccess()) {
                ReferenceCountUtil.release(part);
                fail();
                return;
            }
            boolean interim =
                    object instanceof HttpResponse response && response.status().code() < 200;
            boolean last = visit.isLast();
            if (object instanceof HttpResponse response && !interim) {
                begun = true;
                HttpUtil.setKeepAlive(response, !last);
            }
            boolean end = object instanceof LastHttpContent && begun && !interim;
            var written = visitor.writeAndFlush(part);
            context.channel().config().setAutoRead(visitor.channel().isWritable());
            if (end) {
                end();
                written.addListener(done -> {
                    if (last || !done.isSuccess()) {
                        visitor.close();
                    } else {
                        visit.next(visitor);
                    }
                });
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (context.channel().isWritable() && !ended) {
                visitor.channel().config().setAutoRead(true);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            fail();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail();
        }
    }

    /** The visitor takes more again. */
    void resume() {
        if (far != null && !ended) {
            far.config().setAutoRead(true);
        }
    }
}
