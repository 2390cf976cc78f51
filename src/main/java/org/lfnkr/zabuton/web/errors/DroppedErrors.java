package org.lfnkr.zabuton.web.errors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;

import reactor.core.publisher.Hooks;
import reactor.netty.channel.AbortedException;

/** Errors that come when nobody waits for an answer any more. */
@Configuration(proxyBeanMethods = false)
class DroppedErrors {

    private static final Logger LOG = LoggerFactory.getLogger(DroppedErrors.class);

    static {
        Hooks.onErrorDropped(DroppedErrors::log);
    }

    /** Who goes away in the middle of a form, or sends none, has made no error of ours. */
    private static void log(Throwable error) {
        boolean ours = ErrorKind.of(error) == ErrorKind.BROKEN;
        if (ours && !(error instanceof AbortedException)) {
            LOG.error("Nobody was left to take this error", error);
        }
    }
}
