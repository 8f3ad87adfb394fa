package network.opencharging.node.desk;

import network.opencharging.protocol.message.Envelope;
import network.opencharging.protocol.message.OcpiStatus;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;

/**
 * What the server itself refuses, before there is a request that a handler could see: a broken
 * request line, headers over the limit. Answered with an envelope too; Tomcat would send a page.
 */
public final class WireErrors extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(WireErrors.class);

    private final Clock clock = Clock.systemUTC();

    /** Made by the server, by name. */
    public WireErrors() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Envelope envelope =
                Envelope.refusal(
                        status >= 500 ? OcpiStatus.SERVER_ERROR : OcpiStatus.INVALID_PARAMETERS,
                        status >= 500
                                ? "The node failed to answer; its log says why."
                                : "The request cannot be read as HTTP, or its headers are larger"
                                        + " than this node takes.",
                        clock.instant());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(envelope.toBody().text());
                response.finishResponse();
            }
        } catch (IOException e) {
            LOG.debug("nobody there to be told", e);
        }
    }
}
