package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.tx.Call;

import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint8;
import org.web3j.crypto.Hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A write to a published contract, in both of its forms: sent by its author, or signed by its
 * author and sent by anybody ({@code …Raw}). What is signed carries no nonce, no deadline, no chain
 * and no contract: whoever has it can send it again, for ever.
 */
public final class PublishedWrite {
    private static final int WORD = 32;

    private final Address contract;
    private final String function;
    private final boolean namesAuthor;
    private final List<Type<?>> arguments;

    /**
     * A write.
     *
     * @param contract who is called
     * @param function the name of the form that its author sends
     * @param namesAuthor whether the other form begins with its author
     * @param arguments what both forms have in common
     */
    PublishedWrite(
            Address contract, String function, boolean namesAuthor, List<Type<?>> arguments) {
        this.contract = contract;
        this.function = function;
        this.namesAuthor = namesAuthor;
        this.arguments = List.copyOf(arguments);
    }

    /** The call, when its author sends it. */
    public Call direct() {
        return call(function, arguments);
    }

    /**
     * The 32 bytes that the author signs as a personal message: the hash of its name, where the
     * form has it, and of the arguments, packed.
     */
    public byte[] toSign(Address author) {
        return Hash.sha3(PackedWords.of(named(author)));
    }

    /**
     * The call, when anybody sends what its author has signed.
     *
     * @param signature {@code 0x} and 65 bytes in hexadecimal: r, s, v
     */
    public Call relayed(Address author, String signature) {
        byte[] bytes = HexFormat.of().parseHex(signature, 2, signature.length());
        List<Type<?>> all = new ArrayList<>(named(author));
        all.add(new Uint8(bytes[2 * WORD]));
        all.add(new Bytes32(Arrays.copyOfRange(bytes, 0, WORD)));
        all.add(new Bytes32(Arrays.copyOfRange(bytes, WORD, 2 * WORD)));
        return call(function + "Raw", all);
    }

    private List<Type<?>> named(Address author) {
        List<Type<?>> named = new ArrayList<>();
        if (namesAuthor) {
            named.add(new org.web3j.abi.datatypes.Address(author.lowerCase()));
        }
        named.addAll(arguments);
        return named;
    }

    private Call call(String name, List<Type<?>> values) {
        Type<?>[] plain = values.toArray(new Type<?>[0]);
        Function call = new Function(name, Arrays.asList(plain), List.of());
        return Call.of(contract, FunctionEncoder.encode(call));
    }
}
