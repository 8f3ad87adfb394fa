package network.opencharging.benchmarks.stub;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * The parties behind the nodes: answers every request at once from memory, so that what is measured
 * is what stands before it. A process of its own.
 */
// What fails on a connection closes it: nobody waits for the futures.
@SuppressWarnings("FutureReturnValueIgnored")
public final class StubServer {
    private static final int LARGEST = 1 << 20;

    private StubServer() {}

    /** Prints its port and serves until it is ended. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        Answers answers = Answers.of(Path.of(arguments[0]));
        Callbacks callbacks = new Callbacks(loops);
        Channel server =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, 1024)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(initializer(answers, callbacks))
                        .bind(InetAddress.ofLiteral("127.0.0.1"), 0)
                        .sync()
                        .channel();
        int port = ((InetSocketAddress) server.localAddress()).getPort();
        answers.servedAt("http://127.0.0.1:" + port);
        System.out.println("port " + port);
        server.closeFuture().sync();
    }

    private static ChannelInitializer<Channel> initializer(Answers answers, Callbacks callbacks) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(
                                new HttpServerCodec(8192, 1 << 17, 1 << 16),
                                new HttpObjectAggregator(LARGEST),
                                new StubHandler(answers, callbacks));
            }
        };
    }
}
