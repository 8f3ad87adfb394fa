package network.opencharging.node.config;

import org.springframework.restdocs.payload.FieldDescriptor;
import org.springframework.restdocs.payload.JsonFieldType;
import org.springframework.restdocs.payload.PayloadDocumentation;
import org.springframework.restdocs.request.ParameterDescriptor;
import org.springframework.restdocs.request.RequestDocumentation;

import java.util.List;
import java.util.Locale;

/**
 * What the operator can ask of a node.
 *
 * @param title what it does
 * @param says more about it
 * @param method of HTTP
 * @param path with its parameters in braces
 * @param status with which it answers here
 * @param inPath the parameters in the path
 * @param inQuery those that narrow a search
 * @param sends what may stand in the body
 * @param answers what stands in the answer
 */
record Operation(
        String title,
        String says,
        String method,
        String path,
        int status,
        List<ParameterDescriptor> inPath,
        List<ParameterDescriptor> inQuery,
        List<FieldDescriptor> sends,
        List<FieldDescriptor> answers) {
    /** Nothing is known but what it does. */
    static Operation asking(String method, String path, int status, String title, String says) {
        return new Operation(
                title, says, method, path, status, List.of(), List.of(), List.of(), List.of());
    }

    Operation inPath(ParameterDescriptor... parameters) {
        return new Operation(
                title, says, method, path, status, List.of(parameters), inQuery, sends, answers);
    }

    /** Each may be left out. */
    Operation inQuery(ParameterDescriptor... parameters) {
        List.of(parameters).forEach(ParameterDescriptor::optional);
        return new Operation(
                title, says, method, path, status, inPath, List.of(parameters), sends, answers);
    }

    Operation sends(FieldDescriptor... fields) {
        return new Operation(
                title, says, method, path, status, inPath, inQuery, List.of(fields), answers);
    }

    Operation answers(List<FieldDescriptor> fields) {
        return new Operation(title, says, method, path, status, inPath, inQuery, sends, fields);
    }

    Operation answers(FieldDescriptor... fields) {
        return answers(List.of(fields));
    }

    /** For files and for generated clients. */
    String id() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static ParameterDescriptor parameter(String name, String says) {
        return RequestDocumentation.parameterWithName(name).description(says);
    }

    static FieldDescriptor text(String name, String says) {
        return PayloadDocumentation.fieldWithPath(name)
                .type(JsonFieldType.STRING)
                .description(says);
    }

    static FieldDescriptor number(String name, String says) {
        return PayloadDocumentation.fieldWithPath(name)
                .type(JsonFieldType.NUMBER)
                .description(says);
    }

    static FieldDescriptor truth(String name, String says) {
        return PayloadDocumentation.fieldWithPath(name)
                .type(JsonFieldType.BOOLEAN)
                .description(says);
    }

    static FieldDescriptor list(String name, String says) {
        return PayloadDocumentation.fieldWithPath(name).type(JsonFieldType.ARRAY).description(says);
    }

    /** An object or list whose members are told elsewhere. */
    static FieldDescriptor whole(String name, JsonFieldType type, String says) {
        return PayloadDocumentation.subsectionWithPath(name).type(type).description(says);
    }
}
