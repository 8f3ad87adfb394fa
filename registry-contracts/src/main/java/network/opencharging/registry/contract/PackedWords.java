package network.opencharging.registry.contract;

import org.web3j.abi.TypeEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Array;
import org.web3j.abi.datatypes.BytesType;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.crypto.Hash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Values side by side without lengths, as {@code abi.encodePacked} puts them and the published
 * registries sign them: members of a list take a word each, an account 20 bytes.
 */
final class PackedWords {
    private static final int ADDRESS_DIGITS = 40;

    private PackedWords() {}

    static byte[] of(List<Type<?>> values) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (Type<?> value : values) {
            packed.writeBytes(one(value));
        }
        return packed.toByteArray();
    }

    private static byte[] one(Type<?> value) {
        return switch (value) {
            case Utf8String text -> text.getValue().getBytes(StandardCharsets.UTF_8);
            case BytesType bytes -> bytes.getValue();
            case Address account -> {
                String word = TypeEncoder.encode(account);
                yield HexFormat.of().parseHex(word.substring(word.length() - ADDRESS_DIGITS));
            }
            case Array<?> list -> list(list.getValue());
            default ->
                    throw new IllegalArgumentException(
                            "nothing published packs a " + value.getTypeAsString());
        };
    }

    private static byte[] list(List<?> members) {
        boolean certified =
                !members.isEmpty() && members.stream().allMatch(RoleDetails.class::isInstance);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (Object member : members) {
            packed.writeBytes(
                    member instanceof RoleDetails details
                            ? details.packed()
                            : HexFormat.of().parseHex(TypeEncoder.encode((Type<?>) member)));
        }
        // The second registry hashes its roles before it packs them.
        return certified ? Hash.sha3(packed.toByteArray()) : packed.toByteArray();
    }
}
