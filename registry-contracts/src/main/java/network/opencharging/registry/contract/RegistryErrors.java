package network.opencharging.registry.contract;

import network.opencharging.protocol.key.Address;
import network.opencharging.registry.chain.tx.RevertWords;
import network.opencharging.registry.contract.KnownErrors.Known;

import org.web3j.abi.CustomErrorEncoder;
import org.web3j.abi.FunctionReturnDecoder;
import org.web3j.abi.datatypes.Type;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why one of our contracts refused something, in sentences that say what to do. */
public final class RegistryErrors implements RevertWords {
    private static final Map<String, Known> BY_SELECTOR =
            Stream.concat(KnownErrors.ALL.stream(), PublishedErrors.ALL.stream())
                    .collect(
                            Collectors.toMap(
                                    known ->
                                            CustomErrorEncoder.encode(known.error())
                                                    .substring(0, 10),
                                    known -> known));

    @Override
    public String sentence(String data) {
        Known known = BY_SELECTOR.get(data.substring(0, 10));
        if (known == null) {
            return RevertWords.STANDARD.sentence(data);
        }
        List<Object> arguments = new ArrayList<>();
        for (Type<?> value :
                FunctionReturnDecoder.decode(data.substring(10), known.error().getParameters())) {
            arguments.add(readable(value.getValue()));
        }
        return known.sentence().formatted(arguments.toArray());
    }

    private static Object readable(Object value) {
        return switch (value) {
            case byte[] bytes when bytes.length <= 3 ->
                    new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?");
            case byte[] bytes -> "0x" + HexFormat.of().formatHex(bytes);
            case String text -> Address.parse(text).map(Address::text).orElse(text);
            default -> value;
        };
    }
}
