package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.metrics.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Letters that are not on their way yet, for whoever watches. */
@Configuration(proxyBeanMethods = false)
class MailReadings {

    @Bean
    Reading mailsWaitingReading(DatabaseClient database) {
        return Reading.of(
                "zabuton.mails.waiting",
                "Letters that wait to be sent or to be tried again",
                database,
                """
                select count(*)::float8 from outbox.work
                where kind = 'mail.letter' and parked_at is null
                """);
    }
}
