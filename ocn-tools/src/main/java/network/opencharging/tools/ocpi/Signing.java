package network.opencharging.tools.ocpi;

import network.opencharging.protocol.party.PartyId;
import network.opencharging.tools.exchange.Verdict;
import network.opencharging.tools.http.Answer;
import network.opencharging.tools.http.Request;

/** How a party signs what it says and checks what it hears. */
public interface Signing {

    /** The request with its signature, or as it is when this party does not sign. */
    Request sign(Request request);

    /** The answer with its signature, or as it is when this party does not sign. */
    Answer sign(Answer answer);

    /** Whether a request's signature is valid and from somebody who may speak for the party. */
    Verdict check(Request request, PartyId from);

    /** Whether an answer's signature is valid and from somebody who may speak for the party. */
    Verdict check(Answer answer, PartyId from);

    /** Neither signs nor checks. */
    static Signing none() {
        return new Signing() {
            @Override
            public Request sign(Request request) {
                return request;
            }

            @Override
            public Answer sign(Answer answer) {
                return answer;
            }

            @Override
            public Verdict check(Request request, PartyId from) {
                return new Verdict.NotChecked();
            }

            @Override
            public Verdict check(Answer answer, PartyId from) {
                return new Verdict.NotChecked();
            }
        };
    }
}
