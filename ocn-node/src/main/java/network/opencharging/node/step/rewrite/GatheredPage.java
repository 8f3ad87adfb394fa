package network.opencharging.node.step.rewrite;

import network.opencharging.node.message.Reply;
import network.opencharging.protocol.json.JsonReader;
import network.opencharging.protocol.json.JsonReading;
import network.opencharging.protocol.message.Body;
import network.opencharging.protocol.message.EnvelopeGlance;
import network.opencharging.protocol.party.PartyId;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A page while it is filled: what the parties sent is joined as text. */
public final class GatheredPage {
    private static final String PAGE = "/page/";

    private final int limit;
    private final boolean whole;
    private final Deque<PartyId> waiting;
    private final List<PartyId> missing = new ArrayList<>();
    private final ByteArrayOutputStream items = new ByteArrayOutputStream();
    private Optional<String> token;
    private int count;

    GatheredPage(int limit, List<PartyId> parties, Optional<String> token) {
        this.limit = limit;
        this.waiting = new ArrayDeque<>(parties);
        this.token = token;
        this.whole = token.isEmpty();
        items.write('[');
    }

    /**
     * Whether there is room left, and somebody to ask. A party's own next page may be as large as
     * its first, so it begins a page; and nobody is asked for a few objects only, because his next
     * pages would be as small.
     */
    public boolean wants() {
        boolean room = token.isEmpty() && left() * 2 >= limit;
        return !waiting.isEmpty() && (count == 0 || room);
    }

    /** Who is asked next. */
    public PartyId party() {
        return waiting.getFirst();
    }

    /** Takes in what the party answered. */
    public void add(Reply reply) {
        Optional<byte[]> given =
                EnvelopeGlance.at(reply.body())
                        .filter(envelope -> envelope.status().isSuccess())
                        .flatMap(_ -> reply.body().members().orThrow().value("data"));
        Optional<Integer> number =
                given.map(data -> JsonReader.standard().items(data)).flatMap(JsonReading::optional);
        if (number.isEmpty()) {
            skip();
            return;
        }
        join(given.orElseThrow(), number.get());
        Optional<String> next =
                reply.headers().link().flatMap(PageLink::next).flatMap(GatheredPage::tokenOf);
        // A page without items that has a next one could go on for ever.
        token = next.filter(_ -> number.get() > 0);
        if (token.isEmpty()) {
            waiting.removeFirst();
        }
    }

    /** Leaves the party out, and names it. */
    public void skip() {
        missing.add(waiting.removeFirst());
        token = Optional.empty();
    }

    int limit() {
        return limit;
    }

    int left() {
        return limit - count;
    }

    Optional<String> token() {
        return token;
    }

    /** Where the next page begins: the party, and its own next page. */
    Optional<String> next() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.getFirst() + " " + token.orElse(""));
    }

    /** How many objects there are: known only when they are all on this page. */
    Optional<Integer> total() {
        return whole && waiting.isEmpty() ? Optional.of(count) : Optional.empty();
    }

    Optional<String> trouble() {
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Left out, because they did not answer as they must: " + missing);
    }

    Body items() {
        items.write(']');
        return Body.of(items.toByteArray());
    }

    private void join(byte[] array, int number) {
        if (number == 0) {
            return;
        }
        if (count > 0) {
            items.write(',');
        }
        items.write(array, 1, array.length - 2);
        count += number;
    }

    private static Optional<String> tokenOf(String url) {
        int at = url.indexOf(PAGE);
        if (at < 0) {
            return Optional.empty();
        }
        int query = url.indexOf('?', at);
        return Optional.of(url.substring(at + PAGE.length(), query < 0 ? url.length() : query));
    }
}
