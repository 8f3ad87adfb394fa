/**
 * The house's rules as tests: rooms and directions, budgets, names, format. Every module runs them
 * through its {@code HouseTest}.
 */
@NullMarked
package network.opencharging.house;

import org.jspecify.annotations.NullMarked;
