package network.opencharging.tools.watch;

/** Lines of a log. */
public final class Lines {
    public static final String EXCHANGE = "5b1f3f0e-6d0c-4c4e-9d0b-7f3a51c2e8a4";

    private Lines() {}

    /** A message that passed well. */
    public static String good(String id, String at) {
        return """
        {"id":"%s","at":"%s","correlation_id":"%s","request_id":"r-%s","sender":"DE/ALC","receiver":"NL/BOB",
         "module":"sessions","interface_role":"RECEIVER","method":"PUT","from_node":false,"signed":true,"repeated":false,
         "http_status":200,"ocpi_status":1000,"milliseconds":41,"path":[
         {"step":"authenticate","at_microseconds":300,"passed":true,"found":"DE/ALC by the token of platform p"},
         {"step":"verify","at_microseconds":2000,"passed":true,"found":"signed for DE/ALC, good"},
         {"step":"rewrite","at_microseconds":4000,"passed":true,"found":"signed for the next hop"},
         {"step":"send","at_microseconds":39000,"passed":true,"found":"HTTP 200"},
         {"step":"verify_answer","at_microseconds":40000,"passed":true,"found":"not signed"}]}\
        """
                .formatted(id, at, EXCHANGE, id);
    }

    /** The same at the node of the receiver. */
    public static String atTheNextNode(String id, String at) {
        return good(id, at)
                .replace("\"from_node\":false", "\"from_node\":true")
                .replace("\"milliseconds\":41", "\"milliseconds\":20")
                .replace("\"at_microseconds\":39000", "\"at_microseconds\":18000")
                .replace("\"at_microseconds\":40000", "\"at_microseconds\":19000");
    }

    /** A message that was refused. */
    static String refused(String id, String at) {
        return good(id, at)
                .replace(
                        "\"ocpi_status\":1000",
                        "\"ocpi_status\":4003,\"refusal\":\"ReceiverNotConnected\"")
                .replace("sessions", "tariffs");
    }
}
