package network.opencharging.node.desk;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import network.opencharging.protocol.json.Json;
import network.opencharging.protocol.message.OcpiStatus;

import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import java.util.Map;

/**
 * Whatever nobody else answers: no such path, wrong method, a fault of this node. Under {@code
 * /ocpi} and {@code /ocn/message} with an OCPI envelope, elsewhere with a small object; never with
 * a page, a stack trace or the text of an exception.
 */
@RestController
@ControllerAdvice
public class ErrorDesk implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorDesk.class);

    private final FrontDesk desk;

    /** Answers through this desk. */
    public ErrorDesk(FrontDesk desk) {
        this.desk = desk;
    }

    /** What a handler could not do. */
    @ExceptionHandler(Exception.class)
    public ResponseEntity<byte[]> failed(Exception failure, HttpServletRequest request) {
        int status = status(failure);
        if (status == 503) {
            LOG.warn(
                    "{} {} has to come again: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
        } else if (status >= 500) {
            LOG.error(
                    "{} {} failed: this is a fault of the node",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure);
        }
        return answer(request, request.getRequestURI(), status);
    }

    /** What never reached a handler. */
    @RequestMapping("/error")
    public ResponseEntity<byte[]> error(HttpServletRequest request) {
        int status = status(request);
        String path =
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                        ? uri
                        : request.getRequestURI();
        return answer(request, path, status);
    }

    private static int status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
            return status(failure);
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : 404;
    }

    private static int status(Exception failure) {
        return switch (failure) {
            case ErrorResponse known -> known.getStatusCode().value();
            // A query whose escapes are broken is noticed only when somebody asks for it.
            case InvalidParameterException _ -> 400;
            // What the body's framing promised did not come, or nobody listens any more.
            case BadRequestException _,
                    HttpMessageNotReadableException _,
                    AsyncRequestNotUsableException _ ->
                    400;
            // The database is out of reach or all its connections are taken: not for long.
            case TransientDataAccessException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ ->
                    503;
            default -> 500;
        };
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, String path, int status) {
        String sentence = sentence(request.getMethod(), path, status);
        Map<String, String> further = status == 503 ? Map.of("Retry-After", "5") : Map.of();
        if (path.startsWith("/ocpi") || path.startsWith("/ocn/message")) {
            return desk.answer(
                    request, Answer.refusal(status, code(status), sentence).with(further));
        }
        return ResponseEntity.status(status)
                .headers(headers -> further.forEach(headers::set))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Json.Obj.EMPTY.with("error", sentence).bytes());
    }

    private static String sentence(String method, String path, int status) {
        return switch (status) {
            case 404 -> "Nothing is served at " + shortened(path) + ".";
            case 405 ->
                    "Method " + shortened(method) + " is not served at " + shortened(path) + ".";
            case 406 -> "Only application/json is served here: accept it.";
            case 413 -> "The body is larger than this node takes.";
            case 503 -> "The node cannot use its database at the moment: send it again.";
            case 415 -> "The body must be application/json.";
            default ->
                    status >= 500
                            ? "The node failed to answer; its log says why."
                            : "The request cannot be read as HTTP.";
        };
    }

    private static String shortened(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    private static OcpiStatus code(int status) {
        return switch (status) {
            case 404, 400, 413, 415 -> OcpiStatus.INVALID_PARAMETERS;
            default -> status >= 500 ? OcpiStatus.SERVER_ERROR : OcpiStatus.CLIENT_ERROR;
        };
    }
}
