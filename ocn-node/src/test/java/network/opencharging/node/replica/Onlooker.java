package network.opencharging.node.replica;

import network.opencharging.node.plugin.MessageObserver;
import network.opencharging.node.plugin.ObservedMessage;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A plug-in that would look into messages, if it were let. */
@AutoConfiguration
public class Onlooker {
    static final String NAME = "onlooker";

    /** The observer. */
    @Bean
    public MessageObserver onlooking() {
        return new MessageObserver() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public String purpose() {
                return "to be consented to";
            }

            @Override
            public void saw(ObservedMessage message) {}
        };
    }
}
