package network.opencharging.tools.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection with at most one request on its way; all its calls are made by its loop. */
// What fails on a channel closes it, and that is heard.
@SuppressWarnings("FutureReturnValueIgnored")
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
    /** The status of OCPI stands at the beginning or at the end of an answer. */
    private static final int LOOKED_AT = 256;

    private static final Pattern STATUS = Pattern.compile("\"status_code\"\\s*:\\s*(\\d{4})");

    /** Who owns connections. */
    interface Owner {
        /** It may take a request, for the first time or again. */
        void free(Connection connection);

        /** What it had under way has ended. */
        void ended(long due, long sent, String failure);

        /** It is closed. */
        void gone(Connection connection);
    }

    private final Owner owner;
    private final StringBuilder looked = new StringBuilder();
    private final Channel channel;
    private long due;
    private long sent;
    private boolean busy;
    private boolean kept;
    private int http;

    Connection(Channel channel, Owner owner) {
        this.channel = channel;
        this.owner = owner;
    }

    void send(byte[] letter, long whenDue, long now) {
        due = whenDue;
        sent = now;
        busy = true;
        kept = false;
        looked.setLength(0);
        channel.writeAndFlush(Unpooled.wrappedBuffer(letter));
    }

    /** Gives up on a request that was sent before this moment. */
    void giveUp(long before) {
        if (busy && sent - before < 0) {
            end("no answer in time");
            channel.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
        if (part instanceof HttpResponse response) {
            http = response.decoderResult().isSuccess() ? response.status().code() : 0;
            kept = HttpUtil.isKeepAlive(response);
        }
        if (part instanceof HttpContent content) {
            look(content.content());
            if (content instanceof LastHttpContent) {
                answered();
            }
        }
    }

    private void look(ByteBuf content) {
        looked.append(
                content.toString(
                        content.readerIndex(),
                        Math.min(LOOKED_AT, content.readableBytes()),
                        StandardCharsets.ISO_8859_1));
        int last = Math.min(LOOKED_AT, content.readableBytes());
        if (content.readableBytes() > LOOKED_AT) {
            looked.append(
                    content.toString(
                            content.writerIndex() - last, last, StandardCharsets.ISO_8859_1));
        }
        if (looked.length() > 4 * LOOKED_AT) {
            looked.delete(LOOKED_AT, looked.length() - 2 * LOOKED_AT);
        }
    }

    private void answered() {
        if (!busy) {
            return;
        }
        end(http / 100 == 2 ? ocpi() : http == 0 ? "no HTTP" : "HTTP " + http);
        if (kept) {
            owner.free(this);
        } else {
            channel.close();
        }
    }

    private String ocpi() {
        Matcher status = STATUS.matcher(looked);
        return !status.find() || status.group(1).startsWith("1") ? "" : "OCPI " + status.group(1);
    }

    private void end(String failure) {
        busy = false;
        owner.ended(due, sent, failure);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        owner.free(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (busy) {
            end("the connection was closed");
        }
        owner.gone(this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        channel.close();
    }
}
