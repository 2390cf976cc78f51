package org.lfnkr.zabuton.kernel;

import io.r2dbc.spi.ConnectionFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Takes each answer off its connection at once, however slowly its rows are followed. */
    @Bean
    DatabaseClient databaseClient(ConnectionFactory connections) {
        return DatabaseClient.builder()
                .connectionFactory(connections)
                .executeFunction(statement -> Flux.from(statement.execute()).map(TakenResult::new))
                .build();
    }
}
