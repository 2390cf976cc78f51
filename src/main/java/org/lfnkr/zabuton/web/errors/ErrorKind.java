package org.lfnkr.zabuton.web.errors;

import io.r2dbc.spi.R2dbcException;

import org.lfnkr.zabuton.web.FormTokens.SignedOut;
import org.lfnkr.zabuton.web.StaleForm;
import org.lfnkr.zabuton.web.server.Crowded;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;

import java.net.URLDecoder;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** What a person can be told of an error. Each kind has a title, a text and a way on. */
enum ErrorKind {
    MISSING(HttpStatus.NOT_FOUND),
    /** For a person the same: nothing can be opened here. */
    NOT_TAKEN(HttpStatus.METHOD_NOT_ALLOWED),
    EXPIRED_FORM(HttpStatus.FORBIDDEN),
    /** Signed out since the form was opened. */
    SIGNED_OUT(HttpStatus.FORBIDDEN),
    WITHOUT_RIGHT(HttpStatus.FORBIDDEN),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    MISUNDERSTOOD(HttpStatus.BAD_REQUEST),
    /** Too many people at once. */
    CROWDED(HttpStatus.SERVICE_UNAVAILABLE),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    BROKEN(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ErrorKind(HttpStatus status) {
        this.status = status;
    }

    static ErrorKind of(Throwable error) {
        return switch (error) {
            case StaleForm stale -> EXPIRED_FORM;
            case SignedOut form -> SIGNED_OUT;
            case Crowded full -> CROWDED;
            case ErrorResponse response -> of(response.getStatusCode());
            case DataAccessResourceFailureException down -> UNAVAILABLE;
            case TransientDataAccessException down -> UNAVAILABLE;
            case DataAccessException sql when isNoText(sql) -> MISUNDERSTOOD;
            case CannotCreateTransactionException down -> UNAVAILABLE;
            case R2dbcException down -> UNAVAILABLE;
            case TimeoutException hangs -> UNAVAILABLE;
            case DataBufferLimitException large -> TOO_LARGE;
            case DecodingException malformed -> MISUNDERSTOOD;
            case IllegalArgumentException broken when isUndecodable(broken) -> MISUNDERSTOOD;
            default -> BROKEN;
        };
    }

    /** What the framework makes of a form like {@code a=%}. */
    private static boolean isUndecodable(IllegalArgumentException error) {
        StackTraceElement[] trace = error.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals(URLDecoder.class.getName());
    }

    /** PostgreSQL takes no zero in a text (22021), which an address may hold all the same. */
    private static boolean isNoText(DataAccessException error) {
        return error.getCause() instanceof R2dbcException cause
                && "22021".equals(cause.getSqlState());
    }

    private static ErrorKind of(HttpStatusCode status) {
        return switch (status.value()) {
            case 401, 404, 406, 410 -> MISSING;
            case 405 -> NOT_TAKEN;
            case 403 -> WITHOUT_RIGHT;
            case 413 -> TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status.is4xxClientError() ? MISUNDERSTOOD : BROKEN;
        };
    }

    HttpStatus status() {
        return status;
    }

    /**
     * The message key of this kind, {@code web.error.unavailable} for instance.
     *
     * @param atDesk whether staff are told, who buy nothing
     */
    String key(boolean atDesk) {
        return switch (this) {
            case MISSING, NOT_TAKEN -> atDesk ? "web.error.missing-at-desk" : "web.error.missing";
            default -> "web.error." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }
}
