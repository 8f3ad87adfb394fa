package network.opencharging.cpo.admin;

import network.opencharging.cpo.people.Estate;

import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import java.util.Map;

/** Says what is wrong with a request, always in the same form. */
@RestControllerAdvice(basePackageClasses = WrongAnswers.class)
public class WrongAnswers {
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    @ExceptionHandler(Wrong.class)
    ResponseEntity<Map<String, String>> wrong(Wrong wrong) {
        return ResponseEntity.status(wrong.status()).body(said(wrong));
    }

    @ExceptionHandler(Estate.Denied.class)
    ResponseEntity<Map<String, String>> denied(Estate.Denied denied) {
        return ResponseEntity.status(CONFLICT)
                .body(Map.of("error", String.valueOf(denied.getMessage())));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Map<String, String>> value(MethodArgumentTypeMismatchException wrong) {
        return ResponseEntity.status(BAD_REQUEST)
                .body(Map.of("error", wrong.getName() + " cannot have this value"));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, String>> body(HttpMessageNotReadableException wrong) {
        return ResponseEntity.status(BAD_REQUEST)
                .body(Map.of("error", "the body is not the JSON object that is wanted here"));
    }

    private static Map<String, String> said(Wrong wrong) {
        return Map.of("error", String.valueOf(wrong.getMessage()));
    }
}
