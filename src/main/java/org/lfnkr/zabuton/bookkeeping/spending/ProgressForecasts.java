package org.lfnkr.zabuton.bookkeeping.spending;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** A bean of the module that knows purchases; whoever foresees a refund asks for it here. */
public interface ProgressForecasts {

    /**
     * @param subject the order or gift
     * @return empty where nothing was ever said of it
     */
    Mono<ProgressForecast> of(UUID subject);
}
