package org.lfnkr.zabuton.kernel;

import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionCallback;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one place that repeats transactions; see {@link Repeating}. */
@Configuration(proxyBeanMethods = false)
class TransactionsConfiguration {

    /** Around what begins and ends the transaction of a method. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor repeatingTransactions() {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(
                        AnnotationMatchingPointcut.forMethodAnnotation(Transactional.class),
                        new Repeating());
        advisor.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
        return advisor;
    }

    /**
     * The same for transactions that are no method's; what they emit comes once they are committed.
     */
    @Bean
    TransactionalOperator transactionalOperator(ReactiveTransactionManager manager) {
        TransactionalOperator once = TransactionalOperator.create(manager);
        return new TransactionalOperator() {
            @Override
            public <T> Mono<T> transactional(Mono<T> steps) {
                return Repeating.repeated(once.transactional(steps));
            }

            @Override
            public <T> Flux<T> execute(TransactionCallback<T> action) {
                return Repeating.repeated(once.execute(action).collectList())
                        .flatMapIterable(all -> all);
            }
        };
    }
}
