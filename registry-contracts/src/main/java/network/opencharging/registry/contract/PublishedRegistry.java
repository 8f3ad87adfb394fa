package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.directory.Operator;
import network.opencharging.registry.directory.Party;

import org.web3j.crypto.Hash;
import org.web3j.protocol.core.methods.response.Log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reading a registry as it was published before this one. Their lists hold accounts that have left,
 * holes and doubles; here they do not.
 */
public final class PublishedRegistry implements RegistryReader {
    private static final String GET_NODE = "9d209048";
    private static final String GET_NODE_OPERATORS = "66acaa33";
    private static final String GET_PARTIES = "a8311aa8";
    private static final String GET_PARTY_DETAILS_BY_ADDRESS = "df516128";
    private static final String OPERATOR_UPDATE = topic("OperatorUpdate(address,string)");
    private static final String PARTY_UPDATE_FIRST =
            topic("PartyUpdate(bytes2,bytes3,address,uint8[],uint8[],uint8[],address)");
    private static final String PARTY_UPDATE_SECOND =
            topic(
                    "PartyUpdate(bytes2,bytes3,address,uint8[],string,string,uint8,uint8,bool,address)");
    private static final String PARTY_DELETE =
            topic("PartyDelete(bytes2,bytes3,address,uint8[],string,string,uint8,uint8,bool)");

    private final Rpc rpc;
    private final Address address;
    private final Generation generation;

    private PublishedRegistry(Rpc rpc, Address address, Generation generation) {
        this.rpc = rpc;
        this.address = address;
        this.generation = generation;
    }

    /** The first registry (ocn-registry 1.x), with modules and the role HUB. */
    public static PublishedRegistry first(Rpc rpc, Address address) {
        return new PublishedRegistry(rpc, address, Generation.FIRST);
    }

    /** The second registry (ocn-registry-v2.0), with certificates. */
    public static PublishedRegistry second(Rpc rpc, Address address) {
        return new PublishedRegistry(rpc, address, Generation.SECOND);
    }

    private static String topic(String event) {
        byte[] hash = Hash.sha3(event.getBytes(StandardCharsets.US_ASCII));
        return "0x" + HexFormat.of().formatHex(hash);
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public Rpc rpc() {
        return rpc;
    }

    @Override
    public List<Operator> operators(long block) throws RpcException {
        List<Address> accounts = list(GET_NODE_OPERATORS, block);
        List<Answer> domains = new BulkQuestion(rpc, address, GET_NODE).ask(accounts, block);
        List<Operator> operators = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            if (!domains.get(i).isEmpty()) {
                Encoding.operator(accounts.get(i).text(), domains.get(i).text(0))
                        .ifPresent(operators::add);
            }
        }
        return operators;
    }

    @Override
    public List<Party> parties(long block) throws RpcException {
        List<Address> accounts = list(GET_PARTIES, block);
        List<Answer> details =
                new BulkQuestion(rpc, address, GET_PARTY_DETAILS_BY_ADDRESS).ask(accounts, block);
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            if (!details.get(i).isEmpty()) {
                generation.details(accounts.get(i), details.get(i)).ifPresent(parties::add);
            }
        }
        return parties;
    }

    private List<Address> list(String selector, long block) throws RpcException {
        String answer = rpc.call(address, "0x" + selector, block);
        if (answer.length() <= 2) {
            throw new NotARegistry(address);
        }
        LinkedHashSet<Address> accounts = new LinkedHashSet<>(Answer.of(answer).addresses(0));
        accounts.remove(Address.ZERO);
        return List.copyOf(accounts);
    }

    @Override
    public Optional<RegistryEvent> event(Log log) {
        String topic = log.getTopics().isEmpty() ? "" : log.getTopics().getFirst();
        Answer data = Answer.of(log.getData());
        if (topic.equals(OPERATOR_UPDATE)) {
            Address operator = account(log, 1);
            return Optional.of(
                    Encoding.operator(operator.text(), data.text(0))
                            .<RegistryEvent>map(RegistryEvent.NodeSet::new)
                            .orElseGet(() -> new RegistryEvent.NodeGone(operator)));
        }
        if (topic.equals(PARTY_DELETE)) {
            return gone(log, data);
        }
        boolean update =
                switch (generation) {
                    case FIRST -> topic.equals(PARTY_UPDATE_FIRST);
                    case SECOND -> topic.equals(PARTY_UPDATE_SECOND);
                };
        if (!update) {
            return Optional.empty();
        }
        Optional<Party> party = generation.update(account(log, 1), account(log, 2), data);
        return party.isPresent() ? party.map(RegistryEvent.AccountListed::new) : gone(log, data);
    }

    private static Optional<RegistryEvent> gone(Log log, Answer data) {
        return Encoding.partyId(data.left(0, 2), data.left(1, 3))
                .map(id -> new RegistryEvent.PartyGone(account(log, 1), id));
    }

    private static Address account(Log log, int topic) {
        return Answer.of(log.getTopics().get(topic)).address(0);
    }
}
