package network.opencharging.cpo.plug.broker;

/** Which topics a subscription means (MQTT 3.1.1, 4.7). */
final class Filter {
    private Filter() {}

    static boolean matches(String filter, String topic) {
        String[] wanted = filter.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("#")) {
                return true;
            }
            boolean fits =
                    i < levels.length && (wanted[i].equals("+") || wanted[i].equals(levels[i]));
            if (!fits) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
