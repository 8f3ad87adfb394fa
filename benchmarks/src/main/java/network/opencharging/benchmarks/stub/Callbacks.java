package network.opencharging.benchmarks.stub;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;

import network.opencharging.protocol.message.Body;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Posts the results of commands to where they were asked for, over connections that stay open. */
// What fails on a connection closes it: nobody waits for the futures.
@SuppressWarnings("FutureReturnValueIgnored")
final class Callbacks {
    private final Bootstrap bootstrap;
    private final Map<String, Deque<Channel>> idle = new HashMap<>();

    /** On this group of one loop, so that one thread does it all. */
    Callbacks(EventLoopGroup loops) {
        this.bootstrap =
                new Bootstrap()
                        .group(loops)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(new Client());
    }

    /**
     * A result on its way.
     *
     * @param url where to
     * @param headers with these
     * @param body the result
     */
    record Callback(URI url, Map<String, String> headers, Body body) {}

    void post(Callback callback) {
        Channel free = idle(callback.url().getAuthority()).poll();
        if (free != null && free.isActive()) {
            write(free, callback);
            return;
        }
        bootstrap
                .connect(callback.url().getHost(), callback.url().getPort())
                .addListener((ChannelFuture opened) -> {
                    if (opened.isSuccess()) {
                        write(opened.channel(), callback);
                    }
                });
    }

    private Deque<Channel> idle(String authority) {
        return idle.computeIfAbsent(authority, name -> new ArrayDeque<>());
    }

    private void write(Channel channel, Callback callback) {
        channel.pipeline()
                .get(Reader.class)
                .whenAnswered(() -> idle(callback.url().getAuthority()).push(channel));
        String query = callback.url().getRawQuery();
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.POST,
                        callback.url().getRawPath() + (query == null ? "" : "?" + query),
                        Unpooled.wrappedBuffer(callback.body().bytes()));
        request.headers()
                .set(HttpHeaderNames.HOST, callback.url().getAuthority())
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, callback.body().size());
        callback.headers().forEach(request.headers()::set);
        channel.writeAndFlush(request, channel.voidPromise());
    }

    private static final class Client extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline()
                    .addLast(
                            new HttpClientCodec(), new HttpObjectAggregator(1 << 20), new Reader());
        }
    }

    /** Takes the answer and frees the connection. */
    private static final class Reader extends SimpleChannelInboundHandler<FullHttpResponse> {
        private Runnable next = () -> {};

        void whenAnswered(Runnable then) {
            next = then;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
            next.run();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}
