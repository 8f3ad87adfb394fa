package network.opencharging.tools.party;

import network.opencharging.bridge.backoffice.CdrSink;
import network.opencharging.bridge.backoffice.Context;
import network.opencharging.bridge.backoffice.ObjectKey;
import network.opencharging.bridge.backoffice.Receiver;
import network.opencharging.bridge.backoffice.TariffsReceiver;
import network.opencharging.bridge.backoffice.TokensReceiver;
import network.opencharging.bridge.backoffice.Verdict;
import network.opencharging.bridge.model.v221.CDR;
import network.opencharging.bridge.model.v221.Tariff;
import network.opencharging.bridge.model.v221.Token;
import network.opencharging.bridge.model.v221.TokenType;
import network.opencharging.protocol.party.PartyId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What partners have told of one kind of object.
 *
 * @param <T> the kind
 */
public class Memory<T> implements Receiver<T> {
    private final Map<ObjectKey, T> objects = new ConcurrentHashMap<>();
    private final Listener<T> listener;

    Memory() {
        this((_, _, _) -> {});
    }

    Memory(Listener<T> listener) {
        this.listener = listener;
    }

    /** Hears of what was told. */
    interface Listener<T> {
        /** This is what is known from now on. */
        void kept(ObjectKey key, Optional<T> before, T now);
    }

    @Override
    public Optional<T> find(Context context, ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public Verdict keep(Context context, ObjectKey key, T object) {
        Optional<T> before = Optional.ofNullable(objects.put(key, object));
        listener.kept(key, before, object);
        return Verdict.kept();
    }

    /** Everything, in no order. */
    public List<T> all() {
        return List.copyOf(objects.values());
    }

    void forget(ObjectKey key) {
        objects.remove(key);
    }

    /** Tariffs, which can be taken back. */
    static final class OfTariffs extends Memory<Tariff> implements TariffsReceiver {
        @Override
        public Verdict remove(Context context, ObjectKey key) {
            forget(key);
            return Verdict.kept();
        }
    }

    /** CDRs, which never change. */
    static final class OfCdrs extends Memory<CDR> implements CdrSink {
        OfCdrs(Listener<CDR> listener) {
            super(listener);
        }

        @Override
        public Verdict take(Context context, CDR cdr) {
            PartyId owner = new PartyId(cdr.countryCode().text(), cdr.partyId().text());
            return keep(context, new ObjectKey(owner, cdr.id()), cdr);
        }
    }

    /** Tokens; canned ones differ by their uid already. */
    static final class OfTokens extends Memory<Token> implements TokensReceiver {
        @Override
        public Optional<Token> find(Context context, ObjectKey key, TokenType type) {
            return find(context, key).filter(token -> token.type().equals(type));
        }
    }
}
