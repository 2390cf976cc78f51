package org.lfnkr.zabuton.web;

import io.r2dbc.spi.R2dbcException;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;

import java.util.Locale;

/** What a person can be told of an error. Each kind has a title, what happened, and a way on. */
enum ErrorKind {
    /** No such page. */
    MISSING,
    /** A link that was used already or is too old. */
    GONE,
    /** Not understood, too large, or a form that is too old. */
    REFUSED,
    /** Too many tries. */
    BUSY,
    /** Our fault; also while the database is down. */
    BROKEN;

    /** The status to answer, which is the error's own where it has one. */
    static HttpStatusCode status(Throwable error) {
        return switch (error) {
            case ErrorResponse response -> shown(response.getStatusCode());
            case DataAccessResourceFailureException down -> HttpStatus.SERVICE_UNAVAILABLE;
            case TransientDataAccessException down -> HttpStatus.SERVICE_UNAVAILABLE;
            case CannotCreateTransactionException down -> HttpStatus.SERVICE_UNAVAILABLE;
            case R2dbcException down -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    static ErrorKind of(HttpStatusCode status) {
        return switch (status.value()) {
            case 404, 405, 406 -> MISSING;
            case 410 -> GONE;
            case 429 -> BUSY;
            default -> status.is4xxClientError() ? REFUSED : BROKEN;
        };
    }

    /** Whether a page exists that one may not see is nobody's business. */
    private static HttpStatusCode shown(HttpStatusCode status) {
        return status.value() == HttpStatus.UNAUTHORIZED.value() ? HttpStatus.NOT_FOUND : status;
    }

    /** The word by which templates/web/error.html finds its messages. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
