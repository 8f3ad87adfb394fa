package network.opencharging.cpo.admin;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * JSON that is shown as it was kept.
 *
 * @param text valid JSON
 */
record JsonText(@JsonValue @JsonRawValue String text) {}
