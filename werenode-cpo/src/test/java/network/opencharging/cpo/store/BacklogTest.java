package network.opencharging.cpo.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class BacklogTest {
    private static final int SHORT = 50;
    private static final int LONG = 100_000;

    private final Backlog<Integer> backlog = new Backlog<>(1_000_000);

    @Test
    void manyShortOnesMayWaitOrFewLongOnes() {
        assertThat(offered(SHORT)).isEqualTo(4_000);
        List<Integer> taken = new ArrayList<>();
        backlog.poll(taken, 10_000, Long.MAX_VALUE);

        assertThat(taken).hasSize(4_000).startsWith(0, 1, 2).isSorted();
        assertThat(offered(LONG)).isEqualTo(9);
        assertThat(backlog.size()).isEqualTo(9);
    }

    @Test
    void aGroupIsNeitherTooManyNorTooLong() throws InterruptedException {
        offered(SHORT);
        List<Integer> byCount = new ArrayList<>();
        backlog.take(byCount, 7, Long.MAX_VALUE);
        List<Integer> byLength = new ArrayList<>();
        backlog.take(byLength, 1_000, 1_000);

        assertThat(byCount).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(byLength).containsExactly(7, 8, 9, 10, 11);
    }

    @Test
    void whoIsRefusedTakesNoRoom() {
        int first = offered(SHORT);
        assertThat(backlog.offer(-1, SHORT)).isFalse();
        backlog.poll(new ArrayList<>(), 1, Long.MAX_VALUE);

        assertThat(backlog.offer(first, SHORT)).isTrue();
        assertThat(backlog.offer(-1, SHORT)).isFalse();
    }

    /** How many it takes. */
    private int offered(int letters) {
        int count = 0;
        while (backlog.offer(count, letters)) {
            count++;
        }
        return count;
    }
}
