package network.opencharging.node.config;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether the database is one on which other processes of this node may be at work. */
final class SharedDatabase implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment()
                .getProperty("ocn.database.url", "")
                .startsWith("jdbc:postgresql:");
    }
}
