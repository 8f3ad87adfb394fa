package network.opencharging.benchmarks.stations;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes connections as a station does: a websocket, its version, and its password. */
// What fails on a connection closes it, and that is told: nobody waits for the futures.
@SuppressWarnings("FutureReturnValueIgnored")
final class Dialer {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final int LONGEST = 1 << 16;
    private static final long PATIENCE = 30_000;

    private final Bootstrap bootstrap;
    private final int port;
    private final String password;
    private final Watch watch;

    Dialer(EventLoop loop, int port, String password, Watch watch) {
        this.bootstrap =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE);
        this.port = port;
        this.password = password;
        this.watch = watch;
    }

    /** Hears what becomes of connections. */
    interface Watch {
        /** It is open. */
        void opened(Station station, Wire wire);

        /** It ended, or was never open. */
        void gone(Station station, String why);
    }

    void dial(Station station) {
        bootstrap
                .clone()
                .handler(initializer(station))
                .connect(HERE, port)
                .addListener(made -> {
                    if (!made.isSuccess()) {
                        watch.gone(station, "no connection");
                    }
                });
    }

    private ChannelInitializer<Channel> initializer(Station station) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(
                                new HttpClientCodec(),
                                new HttpObjectAggregator(LONGEST),
                                new WebSocketClientProtocolHandler(config(station)),
                                new Line(station));
            }
        };
    }

    private WebSocketClientProtocolConfig config(Station station) {
        String pair = station.name() + ":" + password;
        String shown = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
        return WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri("ws://127.0.0.1:" + port + "/ocpp/" + station.name())
                .subprotocol(station.subprotocol())
                .customHeaders(new DefaultHttpHeaders().add("Authorization", "Basic " + shown))
                .maxFramePayloadLength(LONGEST)
                .handshakeTimeoutMillis(PATIENCE)
                .withUTF8Validator(false)
                .build();
    }

    /** One connection. */
    private final class Line extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private final Station station;
        private String why = "closed";

        Line(Station station) {
            this.station = station;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
                Channel channel = context.channel();
                watch.opened(
                        station,
                        text ->
                                channel.writeAndFlush(
                                        new TextWebSocketFrame(text), channel.voidPromise()));
            } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
                why = "no answer to the handshake";
                context.close();
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            station.received(frame.text());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            watch.gone(station, why);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            HttpResponse answer =
                    cause instanceof WebSocketClientHandshakeException refused
                            ? refused.response()
                            : null;
            why =
                    answer == null
                            ? cause.getClass().getSimpleName()
                            : "HTTP " + answer.status().code();
            context.close();
        }
    }
}
