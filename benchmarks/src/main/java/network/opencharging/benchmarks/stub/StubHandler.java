package network.opencharging.benchmarks.stub;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

import java.nio.charset.StandardCharsets;

/** One connection of the stub. */
// What fails on a connection closes it: nobody waits for the futures.
@SuppressWarnings("FutureReturnValueIgnored")
final class StubHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final Answers answers;
    private final Callbacks callbacks;

    StubHandler(Answers answers, Callbacks callbacks) {
        this.answers = answers;
        this.callbacks = callbacks;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.uri().startsWith("/control/")) {
            answers.remember(
                    request.uri().substring("/control/".length()),
                    request.content().toString(StandardCharsets.UTF_8));
        }
        Answers.Ready ready = answers.to(request);
        DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.OK,
                        Unpooled.wrappedBuffer(ready.body().bytes()));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, ready.length());
        ready.headers().forEach(response.headers()::set);
        context.writeAndFlush(response, context.voidPromise());
        answers.callback(request).ifPresent(callbacks::post);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
