package network.opencharging.node.config;

import static org.springframework.restdocs.mockmvc.MockMvcRestDocumentation.document;
import static org.springframework.restdocs.mockmvc.MockMvcRestDocumentation.documentationConfiguration;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.modifyHeaders;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.preprocessRequest;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.preprocessResponse;
import static org.springframework.restdocs.operation.preprocess.Preprocessors.prettyPrint;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import network.opencharging.node.admin.AdminGate;
import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.json.JsonReader;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.HttpMethod;
import org.springframework.restdocs.ManualRestDocumentation;
import org.springframework.restdocs.http.HttpDocumentation;
import org.springframework.restdocs.mockmvc.RestDocumentationRequestBuilders;
import org.springframework.restdocs.payload.PayloadDocumentation;
import org.springframework.restdocs.request.RequestDocumentation;
import org.springframework.restdocs.snippet.Snippet;
import org.springframework.restdocs.templates.TemplateFormats;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks a running node as its operator does, and has each question and answer written down. */
final class AdminApi {
    private final Path snippets;
    private final ManualRestDocumentation documentation;
    private final MockMvc mvc;
    private final List<Operation> operations = new ArrayList<>();

    AdminApi(RunningNode node, Path snippets) {
        this.snippets = snippets;
        this.documentation = new ManualRestDocumentation(snippets.toString());
        FilterRegistrationBean<?> gate =
                node.context().getBean("adminGate", FilterRegistrationBean.class);
        this.mvc =
                MockMvcBuilders.webAppContextSetup(node.context())
                        .<DefaultMockMvcBuilder>addFilters(
                                (AdminGate) Objects.requireNonNull(gate.getFilter()))
                        .apply(
                                documentationConfiguration(documentation)
                                        .snippets()
                                        .withTemplateFormat(TemplateFormats.markdown())
                                        .withDefaults(
                                                HttpDocumentation.httpRequest(),
                                                HttpDocumentation.httpResponse()))
                        .build();
    }

    /** What was asked, in order. */
    List<Operation> operations() {
        return List.copyOf(operations);
    }

    Path snippets() {
        return snippets;
    }

    /**
     * Asks, and holds the answer against what is said of it: neither may have a member that the
     * other has not.
     */
    Json.Obj ask(Operation operation, String body, Object... path) {
        return ask(operation, List.of(), body, path);
    }

    /** The same with a query: names and values in turn. */
    Json.Obj ask(Operation operation, List<String> query, String body, Object... path) {
        operations.add(operation);
        documentation.beforeTest(AdminApi.class, operation.id());
        try {
            String answer =
                    mvc.perform(request(operation, query, body, path))
                            .andExpect(status().is(operation.status()))
                            .andDo(
                                    document(
                                            operation.id(),
                                            preprocessRequest(quiet(), prettyPrint()),
                                            preprocessResponse(quiet(), prettyPrint()),
                                            told(operation)))
                            .andReturn()
                            .getResponse()
                            .getContentAsString(StandardCharsets.UTF_8);
            Json read = JsonReader.standard().read(answer).orThrow();
            return read instanceof Json.Obj it ? it : Json.Obj.EMPTY.with("items", read);
        } catch (Exception e) {
            throw new AssertionError(operation.title(), e);
        } finally {
            documentation.afterTest();
        }
    }

    private static MockHttpServletRequestBuilder request(
            Operation operation, List<String> query, String body, Object... path) {
        MockHttpServletRequestBuilder request =
                RestDocumentationRequestBuilders.request(
                        HttpMethod.valueOf(operation.method()), operation.path(), path);
        request.header("Authorization", "Token " + RunningNode.ADMIN_KEY);
        for (int i = 0; i < query.size(); i += 2) {
            request.queryParam(query.get(i), query.get(i + 1));
        }
        if (!body.isEmpty()) {
            request.contentType("application/json").content(body);
        }
        return request;
    }

    private static org.springframework.restdocs.operation.preprocess.OperationPreprocessor quiet() {
        return modifyHeaders()
                .removeMatching("Content-Length|Host|X-.*|Cache-Control|Referrer-.*|Content-Sec.*");
    }

    private static Snippet[] told(Operation operation) {
        List<Snippet> told = new ArrayList<>();
        if (!operation.inPath().isEmpty()) {
            told.add(RequestDocumentation.pathParameters(operation.inPath()));
        }
        if (!operation.inQuery().isEmpty()) {
            told.add(RequestDocumentation.relaxedQueryParameters(operation.inQuery()));
        }
        if (!operation.sends().isEmpty()) {
            told.add(PayloadDocumentation.requestFields(operation.sends()));
        }
        if (!operation.answers().isEmpty()) {
            told.add(PayloadDocumentation.responseFields(operation.answers()));
        }
        return told.toArray(Snippet[]::new);
    }
}
