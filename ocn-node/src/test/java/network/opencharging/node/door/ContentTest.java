package network.opencharging.node.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;

/** Bodies that come in: what they may cost together, whoever sends them. */
class ContentTest {
    private static final DoorLimits LIMITS = new DoorLimits(1000, 10, 1000, 2000);
    private final Capacity capacity = new Capacity(1, 1500);

    @Test
    void partsBecomeOneBody() {
        Content content = new Content(capacity, LIMITS);
        content.add(bytes("{\"a\":"));
        content.add(bytes("1"));
        content.add(bytes("}"));

        assertThat(content.body().text()).isEqualTo("{\"a\":1}");
    }

    @Test
    void whatIsTooLargeIsReadToItsEndButNotForever() {
        Content content = new Content(capacity, LIMITS);
        content.add(bytes("x".repeat(1001)));

        assertThat(content.state()).isEqualTo(Content.State.TOO_LARGE);
        assertThat(content.body().isEmpty()).isTrue();
        assertThat(content.isEndless()).isFalse();
        content.add(bytes("x".repeat(1000)));
        assertThat(content.isEndless()).isTrue();
    }

    @Test
    void allTogetherTakeNoMoreThanThereIsAndGiveItBack() {
        Content first = new Content(capacity, LIMITS);
        first.add(bytes("x".repeat(900)));
        Content second = new Content(capacity, LIMITS);
        second.add(bytes("x".repeat(900)));

        assertThat(first.state()).isEqualTo(Content.State.GOOD);
        assertThat(second.state()).isEqualTo(Content.State.NO_ROOM);

        first.release();
        Content third = new Content(capacity, LIMITS);
        third.add(bytes("x".repeat(900)));
        assertThat(third.state()).isEqualTo(Content.State.GOOD);
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, java.nio.charset.StandardCharsets.US_ASCII);
    }
}
