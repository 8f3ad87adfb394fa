package network.opencharging.benchmarks.place;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.http.HttpCalls;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Many more parties, a thousand on a platform, that only have to be known. */
final class Crowd {
    private static final int ON_ONE = 1000;
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final String stub;
    private final HttpCalls calls;

    Crowd(String stub, HttpCalls calls) {
        this.stub = stub;
        this.calls = calls;
    }

    /** The party of that number: three of 36 digits, and countries from AA on. */
    static PartyId member(int number) {
        int party = number % 46656;
        int country = number / 46656;
        return new PartyId(
                "A" + (char) ('A' + country),
                ""
                        + DIGITS.charAt(party / 1296)
                        + DIGITS.charAt(party / 36 % 36)
                        + DIGITS.charAt(party % 36));
    }

    void connect(Node node, int number) throws IOException {
        for (int from = 0; from < number; from += ON_ONE) {
            List<PartyId> some = new ArrayList<>();
            for (int i = from; i < Math.min(number, from + ON_ONE); i++) {
                some.add(member(i));
            }
            new Joining(calls).join(node, stub + "/crowd" + from + "/ocpi/versions", some);
        }
    }
}
