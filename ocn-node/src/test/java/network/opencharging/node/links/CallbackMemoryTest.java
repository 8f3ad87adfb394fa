package network.opencharging.node.links;

import static org.assertj.core.api.Assertions.assertThat;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.protocol.route.ModuleId;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class CallbackMemoryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final LinkScope SCOPE =
            new LinkScope(
                    LinkKind.CALLBACK,
                    ModuleId.COMMANDS,
                    new PartyId("NL", "BOB"),
                    new PartyId("DE", "ALC"));
    private static final LinkScope OTHER =
            new LinkScope(
                    LinkKind.CALLBACK,
                    ModuleId.COMMANDS,
                    new PartyId("FR", "CAR"),
                    new PartyId("DE", "ALC"));

    private final List<RememberedCallback> written = new ArrayList<>();

    @Test
    void whatWasAnnouncedIsFoundInItsScopeOnly() {
        CallbackMemory memory = memory(10, NOON);
        memory.remember(SCOPE, "uid", "http://bob/1");

        assertThat(memory.find(SCOPE, "uid")).contains("http://bob/1");
        assertThat(memory.find(OTHER, "uid")).isEmpty();
        assertThat(memory.find(SCOPE, "other")).isEmpty();
    }

    @Test
    void whenItIsFullTheOldestGoes() {
        CallbackMemory memory = memory(2, NOON);
        memory.remember(SCOPE, "1", "http://bob/1");
        memory.remember(SCOPE, "2", "http://bob/2");
        memory.remember(SCOPE, "1", "http://bob/1b");
        memory.remember(SCOPE, "3", "http://bob/3");

        assertThat(memory.find(SCOPE, "2")).isEmpty();
        assertThat(memory.find(SCOPE, "1")).contains("http://bob/1b");
        assertThat(memory.find(SCOPE, "3")).contains("http://bob/3");
    }

    @Test
    void theJournalBringsItBackUntilItExpires() {
        memory(10, NOON).remember(SCOPE, "uid", "http://bob/1");

        CallbackMemory later = memory(10, NOON.plusSeconds(60));
        later.recall();
        assertThat(later.find(SCOPE, "uid")).isPresent();

        CallbackMemory muchLater = memory(10, NOON.plus(LinkLifetimes.STANDARD.callback()));
        muchLater.recall();
        assertThat(muchLater.find(SCOPE, "uid")).isEmpty();
    }

    private CallbackMemory memory(int most, Instant now) {
        CallbackJournal journal =
                new CallbackJournal() {
                    @Override
                    public Optional<RememberedCallback> find(LinkScope scope, String uid) {
                        return Optional.empty();
                    }

                    @Override
                    public void keep(RememberedCallback callback) {
                        written.add(callback);
                    }

                    @Override
                    public List<RememberedCallback> load(int most) {
                        return List.copyOf(written);
                    }
                };
        return new CallbackMemory(
                most, journal, LinkLifetimes.STANDARD, Clock.fixed(now, ZoneOffset.UTC));
    }
}
