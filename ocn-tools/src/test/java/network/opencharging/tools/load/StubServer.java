package network.opencharging.tools.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/**
 * Answers every request with an empty list, as fast as this machine can: for the measurement of
 * {@code load} in docs/benchmarks.md.
 */
// What fails on a connection closes it: nobody waits for the futures.
@SuppressWarnings("FutureReturnValueIgnored")
public final class StubServer {
    private StubServer() {}

    /** Serves at a port until it is ended. */
    public static void main(String[] arguments) throws InterruptedException {
        new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                channel.pipeline().addLast(new HttpRequestDecoder(), new Well());
                            }
                        })
                .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))
                .sync()
                .channel()
                .closeFuture()
                .sync();
    }

    private static final class Well extends SimpleChannelInboundHandler<HttpObject> {
        private static final byte[] ANSWER = SlowStub.WELL.getBytes(StandardCharsets.UTF_8);

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof LastHttpContent) {
                context.writeAndFlush(Unpooled.wrappedBuffer(ANSWER));
            }
        }
    }
}
