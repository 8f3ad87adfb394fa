package network.opencharging.bridge.model;

/** How often a field may stand in its object (OCPI 2.2.1 §2.8). */
public enum Cardinality {
    /** {@code 1}: exactly once. */
    ONE,
    /** {@code ?}: once or not at all; null is the same as absent. */
    OPTIONAL,
    /** {@code *}: a list that may be empty; null and absent are the same as empty. */
    ANY,
    /** {@code +}: a list with at least one entry. */
    AT_LEAST_ONE;

    /** True for lists. */
    public boolean isList() {
        return this == ANY || this == AT_LEAST_ONE;
    }

    /** True when the field must be there. */
    public boolean isRequired() {
        return this == ONE || this == AT_LEAST_ONE;
    }
}
