package network.opencharging.bridge.model;

import java.util.regex.Pattern;

/** What a text must look like: a regular expression, made ready once. */
public final class Form {
    /** Every text has it. */
    public static final Form ANY = new Form("");

    private final String expression;
    private final Pattern pattern;

    private Form(String expression) {
        this.expression = expression;
        this.pattern = Pattern.compile(expression);
    }

    /** The form that the regular expression describes. */
    public static Form of(String expression) {
        return new Form(expression);
    }

    /** The regular expression; empty for every text. */
    public String expression() {
        return expression;
    }

    /** Whether the whole text has the form. */
    public boolean fits(String text) {
        return expression.isEmpty() || pattern.matcher(text).matches();
    }

    @Override
    public String toString() {
        return expression;
    }
}
