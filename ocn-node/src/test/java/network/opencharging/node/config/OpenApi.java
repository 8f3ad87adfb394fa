package network.opencharging.node.config;

import network.opencharging.protocol.json.Json;

import org.springframework.restdocs.payload.FieldDescriptor;
import org.springframework.restdocs.payload.JsonFieldType;
import org.springframework.restdocs.request.ParameterDescriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The description of the operator's API for machines (OpenAPI 3.1), made of what was tested. */
final class OpenApi {
    private OpenApi() {}

    static Json.Obj of(List<Operation> operations) {
        Map<String, Json.Obj> paths = new TreeMap<>();
        for (Operation operation : operations) {
            paths.merge(
                    operation.path(),
                    Json.Obj.EMPTY.with(method(operation), described(operation)),
                    (before, _) -> before.with(method(operation), described(operation)));
        }
        Json.Obj all = Json.Obj.EMPTY;
        for (Map.Entry<String, Json.Obj> path : paths.entrySet()) {
            all = all.with(path.getKey(), path.getValue());
        }
        return Json.Obj.EMPTY
                .with("openapi", "3.1.0")
                .with(
                        "info",
                        Json.Obj.EMPTY
                                .with("title", "ocn-node, the operator's API")
                                .with("version", "1"))
                .with("security", Json.array(List.of(need("key"), need("session"))))
                .with("paths", all)
                .with("components", Json.Obj.EMPTY.with("securitySchemes", schemes()));
    }

    private static Json.Obj need(String scheme) {
        return Json.Obj.EMPTY.with(scheme, Json.array(List.of()));
    }

    private static Json.Obj schemes() {
        return Json.Obj.EMPTY
                .with(
                        "key",
                        Json.Obj.EMPTY
                                .with("type", "apiKey")
                                .with("in", "header")
                                .with("name", "Authorization")
                                .with("description", "The word Token, a space, and an admin key."))
                .with(
                        "session",
                        Json.Obj.EMPTY
                                .with("type", "apiKey")
                                .with("in", "header")
                                .with("name", "X-CSRF-Token")
                                .with(
                                        "description",
                                        "Beside the cookie of who has signed in; GET"
                                                + " /admin/session tells it."));
    }

    private static String method(Operation operation) {
        return operation.method().toLowerCase(Locale.ROOT);
    }

    private static Json.Obj described(Operation operation) {
        List<Json.Obj> parameters =
                Stream.concat(
                                operation.inPath().stream().map(it -> parameter(it, "path")),
                                operation.inQuery().stream().map(it -> parameter(it, "query")))
                        .toList();
        Json.Obj described =
                Json.Obj.EMPTY
                        .with("operationId", operation.id())
                        .with("summary", operation.title())
                        .with("description", operation.says());
        if (!parameters.isEmpty()) {
            described = described.with("parameters", Json.array(parameters));
        }
        if (!operation.sends().isEmpty()) {
            described =
                    described.with(
                            "requestBody",
                            Json.Obj.EMPTY.with("content", content(operation.sends())));
        }
        return described.with("responses", responses(operation));
    }

    private static Json.Obj responses(Operation operation) {
        Json.Obj answer = Json.Obj.EMPTY.with("description", operation.title());
        if (!operation.answers().isEmpty()) {
            answer = answer.with("content", content(operation.answers()));
        }
        return Json.Obj.EMPTY
                .with(Integer.toString(operation.status()), answer)
                .with(
                        "default",
                        Json.Obj.EMPTY
                                .with("description", "What is wrong stands in error.")
                                .with(
                                        "content",
                                        content(
                                                List.of(
                                                        Operation.text("error", "A sentence."),
                                                        Operation.text("field", "Where.")
                                                                .optional()))));
    }

    private static Json.Obj parameter(ParameterDescriptor parameter, String in) {
        return Json.Obj.EMPTY
                .with("name", parameter.getName())
                .with("in", in)
                .with("required", Json.bool(in.equals("path")))
                .with("description", String.valueOf(parameter.getDescription()))
                .with("schema", Json.Obj.EMPTY.with("type", "string"));
    }

    private static Json.Obj content(List<FieldDescriptor> fields) {
        Shape shape = new Shape();
        fields.forEach(field -> shape.put(List.of(field.getPath().split("\\.")), field));
        return Json.Obj.EMPTY.with(
                "application/json", Json.Obj.EMPTY.with("schema", shape.schema()));
    }

    /** An object or list that grows with each path into it: {@code roles[].party_id}. */
    private static final class Shape {
        private final Map<String, Shape> members = new LinkedHashMap<>();
        private final List<FieldDescriptor> itself = new ArrayList<>();
        private boolean listed;

        void put(List<String> path, FieldDescriptor field) {
            String first = path.getFirst();
            boolean list = first.endsWith("[]");
            String name = list ? first.substring(0, first.length() - 2) : first;
            Shape next = name.isEmpty() ? this : members.computeIfAbsent(name, _ -> new Shape());
            next.listed |= list;
            if (path.size() == 1) {
                next.itself.add(field);
            } else {
                next.put(path.subList(1, path.size()), field);
            }
        }

        Json.Obj schema() {
            Json.Obj properties = Json.Obj.EMPTY;
            for (Map.Entry<String, Shape> member : members.entrySet()) {
                properties = properties.with(member.getKey(), member.getValue().schema());
            }
            Json.Obj inside =
                    members.isEmpty()
                            ? type()
                            : Json.Obj.EMPTY.with("type", "object").with("properties", properties);
            Json.Obj schema =
                    listed ? Json.Obj.EMPTY.with("type", "array").with("items", inside) : inside;
            return itself.isEmpty()
                    ? schema
                    : schema.with(
                            "description", String.valueOf(itself.getFirst().getDescription()));
        }

        private Json.Obj type() {
            Object type = itself.isEmpty() ? JsonFieldType.OBJECT : itself.getFirst().getType();
            boolean array = type == JsonFieldType.ARRAY;
            return array && !listed
                    ? Json.Obj.EMPTY.with("type", "array").with("items", Json.Obj.EMPTY)
                    : array
                            ? Json.Obj.EMPTY.with("type", "string")
                            : Json.Obj.EMPTY.with(
                                    "type", String.valueOf(type).toLowerCase(Locale.ROOT));
        }
    }
}
