package network.opencharging.node.step.rewrite;

import network.opencharging.node.message.Refusal;
import network.opencharging.node.message.Refused;
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

/**
 * A page while it is filled: what the parties sent is joined as text, in the order of the parties.
 * Several are asked at once, with the same room in sight; an answer that no longer fits is not
 * taken, and its party is asked again for the next page.
 */
public final class GatheredPage {
    private static final String PAGE = "/page/";

    /** So many are asked at first; when all of them had little to say, twice as many. */
    private static final int WIDTH = 4;

    private static final int WIDEST = 32;

    /** A page of so many bytes is full, whatever number of objects they are. */
    private static final int FULL = 4 * 1024 * 1024;

    private static final int NAMED = 5;

    private final int limit;
    private final boolean whole;
    private final Deque<PartyId> waiting;
    private final List<PartyId> missing = new ArrayList<>();
    private final ByteArrayOutputStream items = new ByteArrayOutputStream();
    private Optional<String> token;
    private int offset;
    private int count;
    private int width = WIDTH;
    private boolean closed;

    private GatheredPage(
            int limit, List<PartyId> parties, Optional<String> token, int offset, boolean whole) {
        this.limit = limit;
        this.waiting = new ArrayDeque<>(parties);
        this.token = token;
        this.offset = offset;
        this.whole = whole;
        items.write('[');
    }

    static GatheredPage from(int offset, int limit, List<PartyId> parties) {
        return new GatheredPage(limit, parties, Optional.empty(), offset, offset == 0);
    }

    /** A page in the midst of the list, whose first party has perhaps said a part already. */
    static GatheredPage following(int limit, List<PartyId> parties, Optional<String> token) {
        return new GatheredPage(limit, parties, token, 0, false);
    }

    /**
     * Whether there is room left, and somebody to ask. A party's own next page may be as large as
     * its first, so it begins a page; and nobody is asked for a few objects only, because his next
     * pages would be as small.
     */
    public boolean wants() {
        boolean room = token.isEmpty() && left() * 2 >= limit && items.size() < FULL;
        return !closed && !waiting.isEmpty() && (count == 0 || room);
    }

    /** Who is asked next, side by side. Who has a next page of its own most likely fills this. */
    public List<GatheredQuestion> questions() {
        List<GatheredQuestion> questions =
                waiting.stream()
                        .limit(token.isPresent() ? 1 : width)
                        .map(party -> new GatheredQuestion(party, token, offset, left()))
                        .toList();
        width = Math.min(WIDEST, width * 2);
        return questions;
    }

    /**
     * Takes in what the next party answered.
     *
     * @return whether it was taken: else the party is to be asked again, for what is wanted then
     * @throws Refused when objects must be counted, and the party does not say how many it has
     */
    public boolean take(GatheredQuestion question, Reply reply) {
        Optional<byte[]> data =
                EnvelopeGlance.at(reply.body())
                        .filter(envelope -> envelope.status().isSuccess())
                        .flatMap(_ -> reply.body().members().orThrow().value("data"));
        Optional<Integer> number =
                data.map(items -> JsonReader.standard().items(items))
                        .flatMap(JsonReading::optional);
        if (number.isEmpty()) {
            skip();
            return true;
        }
        return steppedOver(reply, number.get())
                || (question.offset() == offset
                        && taken(question, reply, data.get(), number.get()));
    }

    /** Objects that the caller does not want to see; each party counts its own. */
    private boolean steppedOver(Reply reply, int number) {
        if (offset == 0) {
            return false;
        }
        Optional<Integer> total = reply.headers().totalCount().flatMap(GatheredPage::number);
        if (total.isEmpty() && number == 0) {
            throw new Refused(
                    new Refusal.HubCannot(
                            ("Query parameter offset cannot be kept, because %s does not say how"
                                            + " many objects it has: follow the header Link"
                                            + " instead.")
                                    .formatted(waiting.getFirst())));
        }
        if (total.isEmpty() || total.get() > offset) {
            return false;
        }
        offset -= total.get();
        waiting.removeFirst();
        return true;
    }

    private boolean taken(GatheredQuestion question, Reply reply, byte[] array, int number) {
        if (count > 0 && number > left()) {
            // It gave more than it was asked for: it may fill a page alone.
            closed = question.limit() == left();
            return false;
        }
        offset = 0;
        join(array, number);
        Optional<String> next =
                reply.headers().link().flatMap(PageLink::next).flatMap(GatheredPage::tokenOf);
        // A page without items that has a next one could go on for ever.
        token = next.filter(_ -> number > 0);
        if (token.isEmpty()) {
            waiting.removeFirst();
        }
        return true;
    }

    /** Leaves the party out, and names it. */
    public void skip() {
        missing.add(waiting.getFirst());
        pass();
    }

    /** Leaves the party out, of which the caller has nothing to know. */
    public void pass() {
        waiting.removeFirst();
        token = Optional.empty();
    }

    int limit() {
        return limit;
    }

    private int left() {
        return limit - count;
    }

    /** Where the next page begins: the party, and its own next page. */
    Optional<String> next() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.getFirst() + " " + token.orElse(""));
    }

    /** How many objects there are: known only when they are all on this page. */
    Optional<Integer> total() {
        return whole && waiting.isEmpty() && missing.isEmpty()
                ? Optional.of(count)
                : Optional.empty();
    }

    /** Who is not on this page, in a text that OCPI allows (255 characters). */
    Optional<String> trouble() {
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        List<PartyId> named = missing.subList(0, Math.min(NAMED, missing.size()));
        int more = missing.size() - named.size();
        return Optional.of(
                "Left out, because they did not answer as they must: "
                        + named
                        + (more == 0 ? "" : " and " + more + " more"));
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

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
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
