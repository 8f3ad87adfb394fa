package network.opencharging.node.way;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.node.journal.RecentRequests;
import network.opencharging.protocol.message.HeaderNames;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A request that comes again is recognised, and passes. */
class RepeatedRequestTest {
    private static final String OBJECT = "/ocpi/receiver/2.2.1/sessions/DE/ALC/S1";

    private final AtomicLong now = new AtomicLong();
    private final RecentRequests requests = new RecentRequests(2, now::get);

    @Test
    void theSameIdOfTheSamePartyWithinFiveMinutesIsARepetition() {
        try (Cast cast = new Cast()) {
            assertThat(repeated(cast, cast.alice, "1")).isFalse();
            assertThat(repeated(cast, cast.alice, "2")).isFalse();
            assertThat(repeated(cast, cast.carol, "2")).as("somebody else's").isFalse();
            assertThat(repeated(cast, cast.alice, "2")).isTrue();
            assertThat(cast.carol.seen()).as("it passes").hasSize(3);

            now.addAndGet(Duration.ofMinutes(5).toNanos());
            assertThat(repeated(cast, cast.alice, "2")).isFalse();
            assertThat(repeated(cast, cast.alice, "1")).as("the oldest went").isFalse();
        }
    }

    private boolean repeated(Cast cast, StubParty sender, String id) {
        StubParty to = sender == cast.alice ? cast.carol : cast.alice;
        assertThat(
                        cast.from(sender, to)
                                .asks("GET", OBJECT)
                                .with(HeaderNames.X_REQUEST_ID, id)
                                .send()
                                .code())
                .isEqualTo(1000);
        return requests.isRepeated(cast.north.events().getLast());
    }
}
