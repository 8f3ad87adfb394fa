package network.opencharging.registry.listing;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.key.Wallet;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.tx.Call;
import network.opencharging.registry.chain.tx.Lane;
import network.opencharging.registry.chain.tx.Outcome;
import network.opencharging.registry.chain.tx.Patience;
import network.opencharging.registry.contract.RegistryCalls;
import network.opencharging.registry.contract.RegistryContract;
import network.opencharging.registry.contract.RegistryMessages;
import network.opencharging.registry.contract.RegistryMessages.Terms;

import java.time.Instant;
import java.util.List;

/** Writes to one registry through one sender's lane. */
public final class Registrar {
    private final RegistryContract registry;
    private final RegistryCalls calls;
    private final RegistryMessages messages;
    private final Lane lane;

    /**
     * A registrar.
     *
     * @param registry where to write
     * @param lane who sends, and pays
     */
    public Registrar(RegistryContract registry, Lane lane) {
        this.registry = registry;
        this.lane = lane;
        this.calls = new RegistryCalls(registry);
        this.messages = new RegistryMessages(registry.rpc().chain().chainId(), registry.address());
    }

    /** Creates a new registry that belongs to this owner; {@code Mined} holds its address. */
    public static Outcome deploy(Lane lane, Address owner, Patience patience) throws RpcException {
        return lane.send(Call.create(RegistryContract.creation(owner)), patience);
    }

    /** What would happen if the sender's own wish were sent now; sends nothing. */
    public Plan plan(Wish wish) throws RpcException {
        Call call = call(wish);
        return new Plan(wish.words(lane.sender()), call, lane.forecast(call));
    }

    /** Sends the sender's own wish and waits for it. */
    public Outcome carryOut(Wish wish, Patience patience) throws RpcException {
        return lane.send(call(wish), patience);
    }

    /** Signs a wish for somebody else to send; asks the registry for the author's nonce. */
    public SignedWish sign(Wish wish, Wallet author, Instant deadline) throws RpcException {
        Terms terms =
                new Terms(author.address(), registry.messageNonce(author.address()), deadline);
        return new SignedWish(
                wish, author.address(), deadline, author.signTyped(message(wish, terms)));
    }

    /** What would happen if this signed wish were sent now; sends nothing. */
    public Plan plan(SignedWish signed) throws RpcException {
        Call call = call(signed);
        String words =
                "%s, signed by them and paid by %s"
                        .formatted(signed.wish().words(signed.author()), lane.sender());
        return new Plan(words, call, lane.forecast(call));
    }

    /** Sends somebody's signed wish and waits for it. */
    public Outcome relay(SignedWish signed, Patience patience) throws RpcException {
        return lane.send(call(signed), patience);
    }

    /** The sender's own wish, ready to be sent. */
    public Call call(Wish wish) {
        return switch (wish) {
            case Wish.SetNode w -> calls.setNode(w.url());
            case Wish.DeleteNode _ -> calls.deleteNode();
            case Wish.AdmitParty w -> calls.admitParty(w.party(), w.id());
            case Wish.DismissParty w -> calls.dismissParties(List.of(w.party()));
            case Wish.SetParty w -> calls.setParty(w.id(), w.roles(), w.operator());
            case Wish.SetModules w -> calls.setPartyModules(w.modules());
            case Wish.SetProfile w -> calls.setPartyProfile(w.name(), w.url());
            case Wish.DeleteParty _ -> calls.deleteParty();
        };
    }

    /** Somebody's signed wish, ready to be sent by anybody. */
    public Call call(SignedWish s) {
        Address author = s.author();
        Instant until = s.deadline();
        String signature = s.signature();
        return switch (s.wish()) {
            case Wish.SetNode w -> calls.setNodeSigned(author, w.url(), until, signature);
            case Wish.DeleteNode _ -> calls.deleteNodeSigned(author, until, signature);
            case Wish.AdmitParty w ->
                    calls.admitPartySigned(author, w.party(), w.id(), until, signature);
            case Wish.DismissParty w ->
                    calls.dismissPartySigned(author, w.party(), until, signature);
            case Wish.SetParty w ->
                    calls.setPartySigned(author, w.id(), w.roles(), w.operator(), until, signature);
            case Wish.SetModules w ->
                    calls.setPartyModulesSigned(author, w.modules(), until, signature);
            case Wish.SetProfile w ->
                    calls.setPartyProfileSigned(author, w.name(), w.url(), until, signature);
            case Wish.DeleteParty _ -> calls.deletePartySigned(author, until, signature);
        };
    }

    private String message(Wish wish, Terms terms) {
        return switch (wish) {
            case Wish.SetNode w -> messages.setNode(terms, w.url());
            case Wish.DeleteNode _ -> messages.deleteNode(terms);
            case Wish.AdmitParty w -> messages.admitParty(terms, w.party(), w.id());
            case Wish.DismissParty w -> messages.dismissParty(terms, w.party());
            case Wish.SetParty w -> messages.setParty(terms, w.id(), w.roles(), w.operator());
            case Wish.SetModules w -> messages.setPartyModules(terms, w.modules());
            case Wish.SetProfile w -> messages.setPartyProfile(terms, w.name(), w.url());
            case Wish.DeleteParty _ -> messages.deleteParty(terms);
        };
    }
}
