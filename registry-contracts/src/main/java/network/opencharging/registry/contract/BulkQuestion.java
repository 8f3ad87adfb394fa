package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.rpc.Rpc;
import network.opencharging.registry.chain.rpc.RpcException;
import network.opencharging.registry.chain.rpc.RpcRefused;
import network.opencharging.registry.generated.BulkRead;

import org.web3j.abi.CustomErrorEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.generated.Bytes4;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One question about many accounts, some hundred accounts a call ({@code BulkRead.sol}). */
final class BulkQuestion {
    private static final String ANSWERS = CustomErrorEncoder.encode(BulkRead.ANSWERS_ERROR);
    private static final int LARGEST_PAGE = 250;
    private static final int SMALLEST_PAGE = 5;

    private final Rpc rpc;
    private final Address contract;
    private final byte[] selector;

    /**
     * A question.
     *
     * @param rpc the chain
     * @param contract who is asked
     * @param function the selector of a function that takes one account, 8 hexadecimal digits
     */
    BulkQuestion(Rpc rpc, Address contract, String function) {
        this.rpc = rpc;
        this.contract = contract;
        this.selector = HexFormat.of().parseHex(function);
    }

    /** The answers as of this block, in the order of the accounts; empty where there was none. */
    List<Answer> ask(List<Address> accounts, long block) throws RpcException {
        List<Answer> answers = new ArrayList<>(accounts.size());
        int limit = LARGEST_PAGE;
        while (answers.size() < accounts.size()) {
            int from = answers.size();
            int to = Math.min(accounts.size(), from + limit);
            Optional<String> page = page(accounts.subList(from, to), block, limit);
            if (page.isEmpty()) {
                limit = limit / 2;
                continue;
            }
            String packed = "0x" + page.get().substring(ANSWERS.substring(0, 10).length());
            Answer.of(packed).byteStrings(0).forEach(answer -> answers.add(Answer.of(answer)));
        }
        return answers;
    }

    /** The packed answers, or empty when the node would rather be asked about fewer. */
    private Optional<String> page(List<Address> accounts, long block, int limit)
            throws RpcException {
        try {
            rpc.create(question(accounts), block);
            throw new Answer.Malformed("a call that must revert did not");
        } catch (RpcRefused e) {
            Optional<String> answer =
                    e.revertData().filter(data -> data.startsWith(ANSWERS.substring(0, 10)));
            if (answer.isEmpty() && limit <= SMALLEST_PAGE) {
                throw e;
            }
            return answer;
        }
    }

    private String question(List<Address> accounts) {
        List<org.web3j.abi.datatypes.Address> list =
                accounts.stream()
                        .map(a -> new org.web3j.abi.datatypes.Address(a.lowerCase()))
                        .toList();
        return "0x"
                + BulkRead.BINARY
                + FunctionEncoder.encodeConstructor(
                        List.of(
                                new org.web3j.abi.datatypes.Address(contract.lowerCase()),
                                new Bytes4(selector),
                                new DynamicArray<>(org.web3j.abi.datatypes.Address.class, list)));
    }
}
