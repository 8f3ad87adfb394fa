package network.opencharging.node.door;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.OptionalSslHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.ReferenceCountUtil;

import java.nio.charset.StandardCharsets;

/** Speaks TLS with those who do; who begins in plain text is told so, and nothing of it is read. */
final class TlsOnly extends OptionalSslHandler {
    private static final String BODY =
            "{\"status_code\":2000,\"status_message\":\"This port speaks TLS: write https://"
                    + " instead of http://.\"}";

    private static final String ANSWER =
            """
            HTTP/1.1 400 Bad Request\r
            Content-Type: application/json\r
            Content-Length: %d\r
            Connection: close\r
            \r
            %s\
            """
                    .formatted(BODY.length(), BODY);

    private final Runnable plain;

    /**
     * Speaks with this.
     *
     * @param plain is told of each who begins in plain text
     */
    TlsOnly(SslContext context, Runnable plain) {
        super(context);
        this.plain = plain;
    }

    @Override
    protected ChannelHandler newNonSslHandler(ChannelHandlerContext context) {
        plain.run();
        return new PlainText();
    }

    /** Answers once and closes. */
    // What fails on a connection closes it, and its closing is told.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static final class PlainText extends ChannelInboundHandlerAdapter {
        private boolean answered;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ReferenceCountUtil.release(message);
            if (!answered) {
                answered = true;
                context.writeAndFlush(Unpooled.copiedBuffer(ANSWER, StandardCharsets.US_ASCII))
                        .addListener(ChannelFutureListener.CLOSE);
            }
        }
    }
}
