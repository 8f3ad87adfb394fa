package network.opencharging.bridge.call;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a URL that is asked, as a signature speaks about them. */
final class Query {
    private Query() {}

    static Map<String, String> parameters(URI url) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (url.getRawQuery() != null) {
            for (String pair : url.getRawQuery().split("&")) {
                int mark = pair.indexOf('=');
                if (mark > 0) {
                    parameters.put(
                            URLDecoder.decode(pair.substring(0, mark), StandardCharsets.UTF_8),
                            URLDecoder.decode(pair.substring(mark + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return parameters;
    }
}
