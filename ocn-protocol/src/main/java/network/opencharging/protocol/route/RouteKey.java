package network.opencharging.protocol.route;

/**
 * What a request asks for, whoever it is for: the key of the route table.
 *
 * @param module the module
 * @param role the side of the module that is addressed
 * @param method the HTTP method
 * @param path what stands in the URL behind the module's endpoint, as it was sent, without slashes
 *     at either end; empty for the endpoint itself
 */
public record RouteKey(ModuleId module, InterfaceRole role, HttpMethod method, String path) {
    /** Strips slashes from both ends of the path. */
    public RouteKey {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        path = path.substring(from, to);
    }
}
