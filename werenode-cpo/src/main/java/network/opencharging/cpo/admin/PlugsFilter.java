package network.opencharging.cpo.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import network.opencharging.cpo.people.Caller;
import network.opencharging.cpo.people.Sight;
import network.opencharging.cpo.process.Errands;
import network.opencharging.cpo.process.Lead;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Has the process that speaks to plugs answer what is asked about them. */
public final class PlugsFilter extends HttpFilter {
    /** Marks what was asked elsewhere before: it is not sent on once more. */
    static final String AGAIN = "X-Cpo-Again";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST = 100_000;

    private final transient Supplier<Lead> lead;
    private final transient BooleanSupplier isOpen;
    private final transient Supplier<Errands> errands;
    private final transient Supplier<String> ids;

    /**
     * @param lead who speaks to plugs
     * @param isOpen whether this process has read all plugs, when it is its turn
     * @param ids names for errands, never the same twice
     */
    public PlugsFilter(
            Supplier<Lead> lead,
            BooleanSupplier isOpen,
            Supplier<Errands> errands,
            Supplier<String> ids) {
        this.lead = lead;
        this.isOpen = isOpen;
        this.errands = errands;
        this.ids = ids;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean ours = lead.get().isOurs();
        if (ours && isOpen.getAsBoolean()) {
            chain.doFilter(request, response);
            return;
        }
        // Ours, and not read yet: whoever is not here may be there in a moment.
        boolean another = !ours && request.getHeader(AGAIN) == null;
        Optional<AdminText.Answer> answer = another ? elsewhere(request) : Optional.empty();
        if (answer.isEmpty()) {
            response.setHeader("Retry-After", "2");
        }
        AdminText.Answer said = answer.orElseGet(PlugsFilter::nobody);
        response.setStatus(said.status());
        response.setContentType("application/json");
        response.getOutputStream().write(said.body().getBytes(StandardCharsets.UTF_8));
    }

    private Optional<AdminText.Answer> elsewhere(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST);
        AdminText.Request asked =
                new AdminText.Request(
                        request.getMethod(),
                        request.getRequestURI(),
                        new String(body, StandardCharsets.UTF_8),
                        who(request).line());
        return lead.get()
                .whose()
                .map(process ->
                        errands.get()
                                .ask(
                                        new Errands.Wish(
                                                ids.get(),
                                                process,
                                                AdminHand.KIND,
                                                "plugs",
                                                asked.write()),
                                        PATIENCE)
                                .join())
                .filter(Errands.Done.class::isInstance)
                .map(came -> AdminText.Answer.read(((Errands.Done) came).outcome()));
    }

    private static Caller who(HttpServletRequest request) {
        if (request.getAttribute(SightArgument.NAME) instanceof Sight sight) {
            return sight.caller();
        }
        throw new IllegalStateException("nobody came through the door");
    }

    private static AdminText.Answer nobody() {
        return new AdminText.Answer(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "{\"error\":\"no process speaks to plugs at the moment: ask again in some"
                        + " seconds\"}");
    }
}
