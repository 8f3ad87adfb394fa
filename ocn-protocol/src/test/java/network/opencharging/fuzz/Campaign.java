package network.opencharging.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Sends good requests as they are, and then so many that were made worse.
 *
 * @param good where it begins
 * @param mutation makes worse
 * @param judge looks at each answer
 * @param way how a request is sent
 */
public record Campaign(List<WireRequest> good, Mutation mutation, Judge judge, Way way) {
    private static final int ENOUGH = 5;

    /** For some seconds only, or all night. */
    public static final int REQUESTS = Integer.getInteger("fuzz.requests", 250);

    /** {@code -Dfuzz.seed} begins elsewhere. */
    public static final long SEED = Long.getLong("fuzz.seed", 20_261_128);

    /** Takes its own copy. */
    public Campaign {
        good = List.copyOf(good);
    }

    /** How a request gets there. */
    public interface Way {
        /**
         * What is sent in the end: with a key, with a signature.
         *
         * @param number of the request; good ones come first
         */
        WireRequest finished(WireRequest request, int number);

        /** Sends it. */
        WireAnswer sent(WireRequest request) throws IOException;

        /** What else has to be known to do the same again. */
        String circumstances();
    }

    /**
     * What came of it.
     *
     * @param statuses how often each HTTP status was answered
     * @param wrong what may not be, with what led to it
     */
    public record Result(TreeMap<Integer, Integer> statuses, List<String> wrong) {}

    /** Sends the good ones and so many others, and ends early when much is wrong. */
    public Result run(int requests) throws IOException {
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < good.size() + requests && wrong.size() < ENOUGH; i++) {
            WireRequest begun = i < good.size() ? good.get(i) : mutation.of(mutation.one(good));
            WireRequest sent = way.finished(begun, i);
            WireAnswer answer = way.sent(sent);
            statuses.merge(answer.status(), 1, Integer::sum);
            int number = i - good.size();
            judge.objection(sent, answer)
                    .map(why -> told(number, why, sent, answer))
                    .ifPresent(wrong::add);
        }
        return new Result(statuses, wrong);
    }

    private String told(int number, String why, WireRequest sent, WireAnswer answer) {
        return "#%d %s%n%s%n---%n%s%n---%n%s"
                .formatted(number, why, sent, answer.text(), way.circumstances());
    }
}
