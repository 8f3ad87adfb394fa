package network.opencharging.bridge.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One version of OCPI as its model file tells it.
 *
 * @param objects the object types, in the order of the file
 * @param enums the enumerations, in the order of the file
 */
record ModelFile(List<ObjectType> objects, List<EnumType> enums) {

    /** An object type of OCPI. */
    record ObjectType(String name, List<Field> fields) {}

    /** An enumeration of OCPI; what it lists is what was known when the version was published. */
    record EnumType(String name, List<String> values) {}

    /**
     * One field of an object.
     *
     * @param card {@code 1}, {@code ?}, {@code *} or {@code +}
     * @param limit how long and of which form a value may be
     * @param note what the model file remarks about it, may be empty
     */
    record Field(String name, String type, String card, Limit limit, String note) {}

    /**
     * How long and of which form a value may be.
     *
     * @param maxLength characters of a text or digits of an integer, 0 for no limit
     * @param tolerated the longer length that an erratum allows, 0 for none
     * @param pattern the regular expression of a text, empty for none
     */
    record Limit(int maxLength, int tolerated, String pattern) {}

    static ModelFile parse(String json) {
        List<ObjectType> objects = new ArrayList<>();
        List<EnumType> enums = new ArrayList<>();
        for (Map.Entry<?, ?> type : ((Map<?, ?>) JsonText.parse(json)).entrySet()) {
            String name = (String) type.getKey();
            List<?> content = (List<?>) type.getValue();
            if (content.getFirst() instanceof Map<?, ?>) {
                objects.add(new ObjectType(name, content.stream().map(ModelFile::field).toList()));
            } else {
                enums.add(new EnumType(name, content.stream().map(String.class::cast).toList()));
            }
        }
        return new ModelFile(List.copyOf(objects), List.copyOf(enums));
    }

    private static Field field(Object read) {
        Map<?, ?> members = (Map<?, ?>) read;
        String card = (String) required(members, "card");
        return new Field(
                (String) required(members, "field"),
                (String) required(members, "type"),
                // The envelope's data may be anything or absent: one optional value of any form.
                card.equals("* or ?") ? "?" : card,
                new Limit(
                        number(members, "maxlen"),
                        number(members, "tolerated"),
                        text(members, "pattern")),
                text(members, "note"));
    }

    private static int number(Map<?, ?> members, String name) {
        return members.get(name) instanceof Integer number ? number : 0;
    }

    private static String text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    private static Object required(Map<?, ?> members, String name) {
        Object value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("a field without '" + name + "': " + members);
        }
        return value;
    }
}
