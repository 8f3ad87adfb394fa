package network.opencharging.cpo.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever looks and does not read holds up nobody and costs little. */
class ChangesTest {
    private final Changes changes = new Changes(50);

    @Test
    void whoDoesNotReadMissesSomethingAndIsToldSoOnce() {
        Changes.Watcher slow = new Changes.Watcher(_ -> true);
        changes.add(slow);

        for (int i = 0; i < 1_000; i++) {
            changes.tell(new Changes.Change("session", "S" + i, "L"));
        }

        assertThat(slow.waiting()).hasSize(256);
        assertThat(slow.hasMissed()).isTrue();
        assertThat(slow.hasMissed()).isFalse();
    }

    @Test
    void onlySoManyLookAtOnceAndWhoGoesMakesRoom() {
        Changes.Watcher first = new Changes.Watcher(_ -> true);
        assertThat(changes.add(first)).isTrue();
        for (int i = 1; i < 50; i++) {
            assertThat(changes.add(new Changes.Watcher(_ -> true))).isTrue();
        }

        assertThat(changes.add(new Changes.Watcher(_ -> true))).isFalse();
        changes.remove(first);
        assertThat(changes.watchers()).isEqualTo(50 - 1);
        assertThat(changes.add(new Changes.Watcher(_ -> true))).isTrue();
    }
}
