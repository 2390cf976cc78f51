package org.lfnkr.zabuton.giving.hand;

import org.lfnkr.zabuton.closing.Obstacle;
import org.lfnkr.zabuton.closing.Obstacle.Found;
import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What Today says of gifts that came by hand. */
@Configuration(proxyBeanMethods = false)
class HandConcerns {

    @Bean
    @Order(31)
    Concern openBatchesConcern(BatchStore store) {
        return Concern.task(
                "giving.concern.batches",
                Right.NOTE_GIFTS,
                "/desk/batches?state=open",
                store::open,
                Role.FINANCE);
    }

    @Bean
    @Order(50)
    Obstacle openBatchesObstacle(BatchStore store) {
        return Obstacle.waivable(
                "batches", "/desk/batches?state=open", until -> store.open().map(Found::of));
    }
}
