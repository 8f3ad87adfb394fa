package network.opencharging.node.index;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;

import network.opencharging.registry.directory.Directory;
import network.opencharging.registry.directory.Snapshot;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Answers queries of the subgraph's contract from one snapshot of the registry each. */
public final class Subgraph {
    /** The deepest query of the contract has three levels; the schema itself, asked, thirteen. */
    private static final int DEEPEST = 15;

    /** The contract's largest query asks for two lists. */
    private static final int LIST = 100;

    private static final int DEAREST = 450;

    private static final String LISTING = "listing";

    private final Directory directory;
    private volatile @Nullable GraphQL engine;
    private volatile Listing listing = new Listing(Snapshot.empty());

    /** Answers from this directory; the schema is read when the first query comes. */
    public Subgraph(Directory directory) {
        this.directory = directory;
    }

    /**
     * What a client asks.
     *
     * @param query in GraphQL
     * @param variables of the query
     */
    public record Question(String query, Map<String, Object> variables) {}

    /**
     * The answer as nodes of the second generation can read it: {@code data}, and of errors the
     * message alone. The name of the operation is not looked at: those nodes name one that their
     * query has not.
     */
    public Map<String, Object> answer(Question question) {
        ExecutionInput input =
                ExecutionInput.newExecutionInput(question.query())
                        .variables(question.variables())
                        .graphQLContext(Map.of(LISTING, current()))
                        .build();
        ExecutionResult result = engine().execute(input);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        if (!result.getErrors().isEmpty()) {
            answer.put(
                    "errors",
                    result.getErrors().stream()
                            .map(GraphQLError::getMessage)
                            .map(message -> Map.of("message", message))
                            .toList());
        }
        return answer;
    }

    /** Made anew only when the registry has changed. */
    private Listing current() {
        Listing known = listing;
        Snapshot now = directory.snapshot();
        if (!known.isOf(now)) {
            known = new Listing(now);
            listing = known;
        }
        return known;
    }

    private GraphQL engine() {
        GraphQL ready = engine;
        if (ready == null) {
            synchronized (this) {
                ready = engine;
                if (ready == null) {
                    ready = build();
                    engine = ready;
                }
            }
        }
        return ready;
    }

    private static GraphQL build() {
        TypeRuntimeWiring.Builder query =
                TypeRuntimeWiring.newTypeWiring("Query")
                        .dataFetcher("operators", list(Listing::operators))
                        .dataFetcher("parties", list(Listing::parties))
                        .dataFetcher("operator", one(Listing::operator))
                        .dataFetcher("party", one(Listing::party));
        for (String certificates : List.of("empverifieds", "cpoverifieds", "otherVerifieds")) {
            query.dataFetcher(certificates, list(_ -> List.of()));
        }
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring().type(query).build();
        return GraphQL.newGraphQL(
                        new SchemaGenerator()
                                .makeExecutableSchema(new SchemaParser().parse(schema()), wiring))
                .instrumentation(
                        new ChainedInstrumentation(
                                new MaxQueryDepthInstrumentation(DEEPEST),
                                new MaxQueryComplexityInstrumentation(DEAREST, Subgraph::cost)))
                .build();
    }

    private static DataFetcher<List<Map<String, Object>>> list(
            Function<Listing, List<Map<String, Object>>> entries) {
        return environment ->
                new Selection(environment.getArguments()).of(entries.apply(listing(environment)));
    }

    private static DataFetcher<@Nullable Map<String, Object>> one(
            BiFunction<Listing, String, Optional<Map<String, Object>>> find) {
        return environment ->
                find.apply(
                                listing(environment),
                                String.valueOf(environment.getArguments().get("id")))
                        .orElse(null);
    }

    private static Listing listing(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(LISTING);
    }

    /** Lists are dear, everything else is not. */
    private static int cost(FieldComplexityEnvironment field, int inside) {
        return (GraphQLTypeUtil.isList(
                                        GraphQLTypeUtil.unwrapNonNull(
                                                field.getFieldDefinition().getType()))
                                && field.getParentType().getName().equals("Query")
                        ? LIST
                        : 1)
                + inside;
    }

    private static String schema() {
        try (InputStream in = Subgraph.class.getResourceAsStream("/index/subgraph.graphqls")) {
            if (in == null) {
                throw new IllegalStateException("the schema of the subgraph is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
