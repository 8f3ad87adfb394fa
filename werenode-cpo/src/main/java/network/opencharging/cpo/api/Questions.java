package network.opencharging.cpo.api;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;

import network.opencharging.cpo.cdr.CdrBook;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.session.SessionStore;
import network.opencharging.cpo.site.Sites;
import network.opencharging.cpo.site.Statuses;
import network.opencharging.cpo.site.Tariffs;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Answers queries, within limits: how deep they are, and how much they could bring. */
public final class Questions {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    /** The schema itself, asked, has thirteen levels. */
    private static final int DEEPEST = 15;

    /** Two hundred sessions with everything that they heard. */
    private static final int DEAREST = 20_000;

    /** Of a list that nobody counts, so many are reckoned with. */
    private static final int SOME = 3;

    private static final int USUAL = 50;

    private final Graph graph;
    private volatile @Nullable GraphQL engine;

    /** Asks these; the schema is read when the first query comes. */
    public Questions(
            Sites sites, Tariffs tariffs, Statuses statuses, SessionStore sessions, CdrBook cdrs) {
        this.graph = new Graph(sites, tariffs, statuses, sessions, cdrs);
    }

    /**
     * The answer as GraphQL writes it.
     *
     * @param variables of the query
     */
    Map<String, Object> answer(
            String query, @Nullable String operation, Map<String, Object> variables, Sight sight) {
        ExecutionInput input =
                ExecutionInput.newExecutionInput(query)
                        .operationName(operation)
                        .variables(variables)
                        .graphQLContext(Map.of(Graph.SIGHT, sight))
                        .build();
        return engine().execute(input).toSpecification();
    }

    private GraphQL engine() {
        GraphQL ready = engine;
        if (ready == null) {
            synchronized (this) {
                ready = engine == null ? build() : engine;
                engine = ready;
            }
        }
        return ready;
    }

    private GraphQL build() {
        return GraphQL.newGraphQL(
                        new SchemaGenerator()
                                .makeExecutableSchema(
                                        new SchemaParser().parse(schema()), graph.wiring()))
                .instrumentation(
                        new ChainedInstrumentation(
                                List.of(
                                        new MaxQueryDepthInstrumentation(DEEPEST),
                                        new MaxQueryComplexityInstrumentation(
                                                DEAREST, Questions::cost))))
                .defaultDataFetcherExceptionHandler(new Sentences())
                .build();
    }

    /** A list costs as often as it is long. */
    private static int cost(FieldComplexityEnvironment field, int inside) {
        if (!GraphQLTypeUtil.isList(
                GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType()))) {
            return 1 + inside;
        }
        boolean counted = field.getFieldDefinition().getArgument("first") != null;
        int length =
                counted
                        ? field.getArguments().get("first") instanceof Integer wanted
                                ? wanted
                                : USUAL
                        : inside == 0 ? 1 : SOME;
        return 1 + Math.clamp((long) length * Math.max(1, inside), 0, DEAREST + 1);
    }

    private static String schema() {
        try (InputStream text = Questions.class.getResourceAsStream("schema.graphqls")) {
            if (text == null) {
                throw new IllegalStateException("the schema is not in the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a query is said, what is wrong with us is logged. */
    private static final class Sentences implements DataFetcherExceptionHandler {
        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters wrong) {
            Throwable what = wrong.getException();
            boolean theirs = what instanceof IllegalArgumentException;
            if (!theirs) {
                LOG.error("a query went wrong at {}", wrong.getPath(), what);
            }
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(
                                    GraphqlErrorBuilder.newError()
                                            .message(
                                                    "%s",
                                                    theirs
                                                            ? what.getMessage()
                                                            : "something went wrong here: see the"
                                                                    + " backend's log")
                                            .path(wrong.getPath())
                                            .location(wrong.getSourceLocation())
                                            .build())
                            .build());
        }
    }
}
