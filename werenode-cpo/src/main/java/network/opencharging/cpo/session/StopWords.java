package network.opencharging.cpo.session;

import java.util.Locale;

/** Reasons in devices' words (OCPP 1.6 §7.36, 2.0.1 §3.73, plugs) and what they mean. */
final class StopWords {
    private StopWords() {}

    static StopReason meaning(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "local", "stoppedbyev", "localoutofcredit" -> StopReason.DRIVER;
            case "evdisconnected" -> StopReason.UNPLUGGED;
            case "remote" -> StopReason.OPERATOR;
            case "deauthorized", "masterpass" -> StopReason.NOT_ALLOWED;
            case "energylimitreached" -> StopReason.ENERGY_LIMIT;
            case "timelimitreached" -> StopReason.TIME_LIMIT;
            case "soclimitreached" -> StopReason.DRIVER;
            case "emergencystop",
                    "hardreset",
                    "softreset",
                    "reboot",
                    "powerloss",
                    "powerquality",
                    "groundfault",
                    "immediatereset",
                    "overcurrentfault",
                    "timeout",
                    "unlockcommand",
                    "noautooff" ->
                    StopReason.DEVICE;
            default -> StopReason.UNKNOWN;
        };
    }
}
