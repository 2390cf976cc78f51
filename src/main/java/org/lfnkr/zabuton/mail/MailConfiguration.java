package org.lfnkr.zabuton.mail;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.outbox.Worker;
import org.lfnkr.zabuton.outbox.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** As many letters as {@link Mail} sends at a time. */
    private static final int THREADS = 4;

    /** Rendering and SMTP block, so they stay off the event loops. */
    @Bean(destroyMethod = "dispose")
    Scheduler mailScheduler() {
        return Schedulers.newBoundedElastic(THREADS, Integer.MAX_VALUE, "mail");
    }

    @Bean
    @Order(40)
    Concern undeliveredMailsConcern(UndeliveredStore letters) {
        return Concern.warning(
                "mail.concern.undelivered",
                Right.SEE_UNDELIVERED_LETTERS,
                "/desk/mails",
                letters::tally,
                Role.SHOP,
                Role.EDITOR);
    }

    @Bean
    Worker mailWorker(Workers workers, Mail mail) {
        return workers.of(mail);
    }
}
