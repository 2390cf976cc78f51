package org.lfnkr.zabuton.startup;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.util.stream.Stream;

/** Says which setting of the database is missing, before anything tries to reach it. */
@Component
class DatabaseRequired implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        check(beans.getBean(Environment.class));
    }

    static void check(Environment environment) {
        Stream.of("jdbc-url", "r2dbc-url", "owner.name", "application.name")
                .map(setting -> "zabuton.database." + setting)
                .filter(property -> environment.getProperty(property, "").isBlank())
                .findFirst()
                .ifPresent(DatabaseRequired::refuse);
    }

    private static void refuse(String property) {
        throw new StartupRefused(
                property + " is missing: there is no shop without its PostgreSQL database.");
    }
}
