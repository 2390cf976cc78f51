package org.lfnkr.zabuton.bookkeeping.checks;

import org.lfnkr.zabuton.metrics.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the night found, for whoever watches. */
@Configuration(proxyBeanMethods = false)
class BooksReadings {

    @Bean
    Reading booksCheckAgeReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.books.check.age.seconds",
                "Age of the last nightly check of the books that ended",
                database,
                """
                select coalesce(extract(epoch from now() - finished_at), 0)::float8
                from bookkeeping.nightly_check
                where finished_at is not null order by night desc limit 1
                """);
    }

    @Bean
    Reading booksViolationsReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.books.violations",
                "What did not agree in the last night",
                database,
                """
                select coalesce(cardinality(violations), 0)::float8
                from bookkeeping.nightly_check
                where finished_at is not null order by night desc limit 1
                """);
    }
}
