package org.lfnkr.zabuton.stock.counts;

import org.lfnkr.zabuton.desk.Concern;
import org.lfnkr.zabuton.desk.Right;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.Tally;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import reactor.core.publisher.Flux;

import java.util.function.Supplier;

/** What Today says of counts and losses that one person has noted. */
@Configuration(proxyBeanMethods = false)
class CountConcerns {

    @Bean
    @Order(41)
    Concern secondCountConcern(CountStore counts) {
        return second("stock.concern.second-count", "/desk/stock/counts#waiting", counts::waiting);
    }

    @Bean
    @Order(42)
    Concern secondWriteOffConcern(CountStore counts) {
        return second("stock.concern.second-write-off", "/desk/stock/counts#gone", counts::gone);
    }

    private static Concern second(String key, String path, Supplier<Flux<Countable>> waiting) {
        return Concern.task(
                key,
                Right.KEEP_STOCK,
                path,
                () -> waiting.get().count().map(some -> new Tally(some, null)),
                Role.SHOP,
                Role.FULFILMENT);
    }
}
