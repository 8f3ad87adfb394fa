package network.opencharging.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import io.netty.handler.ssl.SslHandler;

import network.opencharging.tools.json.JsonText;
import network.opencharging.tools.seam.Seams;

import tools.jackson.databind.JsonNode;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * A central system over real websockets, with TLS where wanted, that takes every station and says
 * yes to everything, and remembers what it heard.
 */
// What fails on a connection closes it: nobody waits for the futures.
@SuppressWarnings("FutureReturnValueIgnored")
public final class CentralSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LARGEST = 16 << 20;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final List<Integer> bytes = new CopyOnWriteArrayList<>();
    private final Channel door;
    private final String scheme;
    private volatile Optional<Channel> station = Optional.empty();
    private volatile boolean mute;
    private int number;

    /**
     * Who came in.
     *
     * @param path with the identity at its end
     * @param authorization as it was shown; empty without one
     * @param certificate whose name the station's certificate bears; empty without one
     */
    public record Visit(String path, String authorization, String certificate) {}

    private CentralSystem(Optional<SSLContext> tls) throws InterruptedException {
        this.scheme = tls.isPresent() ? "wss" : "ws";
        this.door =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(
                                new ChannelInitializer<>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        tls.ifPresent(context ->
                                                channel.pipeline().addLast(handler(context)));
                                        channel.pipeline()
                                                .addLast(
                                                        new HttpServerCodec(),
                                                        new HttpObjectAggregator(65_536),
                                                        new WebSocketServerProtocolHandler(
                                                                config()),
                                                        new WebSocketFrameAggregator(LARGEST),
                                                        new Hearing());
                                    }
                                })
                        .bind(InetAddress.getLoopbackAddress(), 0)
                        .sync()
                        .channel();
    }

    private static SslHandler handler(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setWantClientAuth(true);
        return new SslHandler(engine);
    }

    private static WebSocketServerProtocolConfig config() {
        return WebSocketServerProtocolConfig.newBuilder()
                .websocketPath("/")
                .checkStartsWith(true)
                .subprotocols("ocpp1.6,ocpp2.0.1")
                .maxFramePayloadLength(LARGEST)
                .build();
    }

    /** One without TLS. */
    public static CentralSystem open() throws InterruptedException {
        return new CentralSystem(Optional.empty());
    }

    /** One with TLS, which looks at certificates of stations that show one. */
    public static CentralSystem secured(SSLContext tls) throws InterruptedException {
        return new CentralSystem(Optional.of(tls));
    }

    /** Where stations connect, at {@code localhost}. */
    public URI url() {
        return URI.create(
                "%s://localhost:%d/ocpp"
                        .formatted(scheme, ((InetSocketAddress) door.localAddress()).getPort()));
    }

    private final class Hearing extends SimpleChannelInboundHandler<WebSocketFrame> {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof HandshakeComplete shake) {
                visits.add(
                        new Visit(
                                shake.requestUri(),
                                Optional.ofNullable(shake.requestHeaders().get("Authorization"))
                                        .orElse(""),
                                certificate(context)));
                station = Optional.of(context.channel());
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            switch (frame) {
                case TextWebSocketFrame text -> heard(context, text.text());
                case BinaryWebSocketFrame binary -> bytes.add(binary.content().readableBytes());
                default -> {}
            }
        }

        private void heard(ChannelHandlerContext context, String text) {
            texts.add(text);
            JsonText.parse(text)
                    .filter(frame -> frame.path(0).asInt(0) == 2 && !mute)
                    .ifPresent(call ->
                            context.writeAndFlush(
                                    new TextWebSocketFrame(
                                            "[3,\"%s\",%s]"
                                                    .formatted(
                                                            call.path(1).asString(""),
                                                            answer(call.path(2).asString(""))))));
        }
    }

    private static String certificate(ChannelHandlerContext context) {
        try {
            SslHandler tls = context.pipeline().get(SslHandler.class);
            return tls != null
                            && tls.engine().getSession().getPeerCertificates()[0]
                                    instanceof X509Certificate one
                    ? one.getSubjectX500Principal().getName()
                    : "";
        } catch (SSLPeerUnverifiedException e) {
            return "";
        }
    }

    private static String answer(String action) {
        String now = Seams.real().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (action) {
            case "BootNotification" ->
                    "{\"status\":\"Accepted\",\"interval\":300,\"currentTime\":\"%s\"}"
                            .formatted(now);
            case "Heartbeat" -> "{\"currentTime\":\"%s\"}".formatted(now);
            case "Authorize" -> "{\"idTagInfo\":{\"status\":\"Accepted\"}}";
            case "StartTransaction" ->
                    "{\"transactionId\":7,\"idTagInfo\":{\"status\":\"Accepted\"}}";
            default -> "{}";
        };
    }

    /** Answers no call from now on. */
    public void fallsSilent() {
        mute = true;
    }

    /** Who came in. */
    public List<Visit> visits() {
        return visits;
    }

    /** Every text that came. */
    public List<String> texts() {
        return texts;
    }

    /** How many bytes came as bytes, each time. */
    public List<Integer> bytes() {
        return bytes;
    }

    /** The calls of one action that came, whole frames. */
    public List<JsonNode> calls(String action) {
        return texts.stream()
                .flatMap(text -> JsonText.parse(text).stream())
                .filter(frame -> frame.path(0).asInt(0) == 2)
                .filter(frame -> frame.path(2).asString("").equals(action))
                .toList();
    }

    /** Waits until so many calls of an action have come. */
    public List<JsonNode> awaits(String action, int least) {
        await("%d times %s".formatted(least, action))
                .atMost(PATIENCE)
                .until(() -> calls(action).size() >= least);
        return calls(action);
    }

    /** Asks the station for something, and does not wait; the id of the call. */
    public String asks(String action, String payload) {
        String id = "c" + ++number;
        assertThat(station).as("a station is there").isPresent();
        station.get()
                .writeAndFlush(
                        new TextWebSocketFrame(
                                "[2,\"%s\",\"%s\",%s]".formatted(id, action, payload)));
        return id;
    }

    /** What the station answered to a call: a whole frame. */
    public JsonNode answer(String id, Duration patience) {
        await("an answer to " + id).atMost(patience).until(() -> found(id).isPresent());
        return found(id).orElseThrow();
    }

    /** What was answered to a call until now. */
    public Optional<JsonNode> found(String id) {
        return texts.stream()
                .flatMap(text -> JsonText.parse(text).stream())
                .filter(frame -> frame.path(0).asInt(0) != 2)
                .filter(frame -> frame.path(1).asString("").equals(id))
                .findFirst();
    }

    @Override
    public void close() {
        door.close();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}
